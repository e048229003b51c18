// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Writes values as deterministic CBOR: shortest heads, definite lengths, map keys in bytewise order.
///
/// Whatever it writes, ``CBORDecoder`` accepts, limits aside. Source: RFC 8949 section 4.2.1.
package enum CBOREncoder {
    /// Encodes one value.
    ///
    /// - Parameter value: any value; two equal keys in one map are an error of the caller and stop the program.
    /// - Returns: the only deterministic encoding of the value.
    package static func encode(_ value: CBORValue) -> [UInt8] {
        var output: [UInt8] = []
        append(value, to: &output)
        return output
    }

    private static func append(_ value: CBORValue, to output: inout [UInt8]) {
        switch value {
        case .unsigned(let number):
            appendHead(.unsigned, argument: number, to: &output)
        case .negative(let number):
            appendHead(.negative, argument: number, to: &output)
        case .bytes(let octets):
            appendHead(.bytes, argument: UInt64(octets.count), to: &output)
            output.append(contentsOf: octets)
        case .text(let text):
            appendHead(.text, argument: UInt64(text.utf8.count), to: &output)
            output.append(contentsOf: text.utf8)
        case .array(let elements):
            appendHead(.array, argument: UInt64(elements.count), to: &output)
            for element in elements { append(element, to: &output) }
        case .map(let pairs):
            append(pairs, to: &output)
        case .bool(let truth):
            output.append(truth ? CBORHead.trueByte : CBORHead.falseByte)
        case .null:
            output.append(CBORHead.nullByte)
        }
    }

    private static func append(_ pairs: [CBORPair], to output: inout [UInt8]) {
        appendHead(.map, argument: UInt64(pairs.count), to: &output)
        var members = pairs.map { (key: encode($0.key), value: $0.value) }
        members.sort { $0.key.lexicographicallyPrecedes($1.key) }
        for index in members.indices {
            precondition(index == 0 || members[index - 1].key != members[index].key, "one key twice in a CBOR map")
            output.append(contentsOf: members[index].key)
            append(members[index].value, to: &output)
        }
    }

    private static func appendHead(_ major: CBORHead.Major, argument: UInt64, to output: inout [UInt8]) {
        let top = major.rawValue << 5
        switch argument {
        case 0..<24:
            output.append(top | UInt8(argument))
        case 24...0xFF:
            output.append(top | 24)
            appendBigEndian(argument, byteCount: 1, to: &output)
        case 0x100...0xFFFF:
            output.append(top | 25)
            appendBigEndian(argument, byteCount: 2, to: &output)
        case 0x1_0000...0xFFFF_FFFF:
            output.append(top | 26)
            appendBigEndian(argument, byteCount: 4, to: &output)
        default:
            output.append(top | 27)
            appendBigEndian(argument, byteCount: 8, to: &output)
        }
    }

    private static func appendBigEndian(_ number: UInt64, byteCount: Int, to output: inout [UInt8]) {
        for position in (0..<byteCount).reversed() {
            output.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * position)))
        }
    }
}
