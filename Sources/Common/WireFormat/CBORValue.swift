// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One value of the deterministic CBOR that Fairlead puts on the wire.
///
/// Only the types that the protocol uses exist: no floats, no tags, no undefined, no indefinite lengths. Equality
/// of maps follows the order of their pairs; a decoded map always has its pairs in canonical order, so two decoded
/// values are equal exactly when their bytes are. Source: RFC 8949 section 4.2.1; protocol 1.
package enum CBORValue: Hashable, Sendable {
    case unsigned(UInt64)
    /// The number `-1 - n`.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    case map([CBORPair])
    case bool(Bool)
    case null
}

extension CBORValue {
    /// The number, if this is a non-negative integer.
    package var unsignedValue: UInt64? {
        guard case .unsigned(let number) = self else { return nil }
        return number
    }

    /// The octets, if this is a byte string.
    package var bytesValue: [UInt8]? {
        guard case .bytes(let octets) = self else { return nil }
        return octets
    }

    /// The text, if this is a text string.
    package var textValue: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The elements, if this is an array.
    package var arrayValue: [CBORValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The pairs, if this is a map.
    package var mapValue: [CBORPair]? {
        guard case .map(let pairs) = self else { return nil }
        return pairs
    }

    /// The truth value, if this is one.
    package var boolValue: Bool? {
        guard case .bool(let truth) = self else { return nil }
        return truth
    }

    /// A map with integer keys, as all maps of the protocol are; absent values are left out.
    ///
    /// - Parameter members: keys with their values; a `nil` value means that the key does not appear.
    /// - Returns: the map, in the order given; the encoder sorts it.
    package static func integerMap(_ members: [(UInt64, CBORValue?)]) -> CBORValue {
        .map(
            members.compactMap { key, value in
                value.map { CBORPair(key: .unsigned(key), value: $0) }
            }
        )
    }
}
