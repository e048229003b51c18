// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Takes the members of a map with integer keys one after the other, and knows which were not taken.
///
/// ``finish()`` refuses what nobody asked for, so that a signed map has no room for hidden members. Protocol 1.
package struct CBORMapReader: Sendable {
    private var members: [(key: UInt64, value: CBORValue)]

    /// Starts reading.
    ///
    /// - Parameter value: must be a map whose keys are all unsigned integers.
    /// - Throws: `notAMap` or `keyNotUnsigned`.
    package init(_ value: CBORValue) throws(CBORShapeError) {
        guard case .map(let pairs) = value else { throw .notAMap }
        members = []
        members.reserveCapacity(pairs.count)
        for pair in pairs {
            guard case .unsigned(let key) = pair.key else { throw .keyNotUnsigned }
            members.append((key, pair.value))
        }
    }

    /// Takes a member of any type, if it is there.
    package mutating func optionalValue(_ key: UInt64) -> CBORValue? {
        guard let position = members.firstIndex(where: { $0.key == key }) else { return nil }
        return members.remove(at: position).value
    }

    /// Takes a member of any type.
    package mutating func requiredValue(_ key: UInt64) throws(CBORShapeError) -> CBORValue {
        guard let value = optionalValue(key) else { throw .missing(key: key) }
        return value
    }

    /// Takes an unsigned integer, if the member is there.
    package mutating func optionalUnsigned(_ key: UInt64) throws(CBORShapeError) -> UInt64? {
        guard let value = optionalValue(key) else { return nil }
        guard case .unsigned(let number) = value else { throw .wrongType(key: key) }
        return number
    }

    /// Takes an unsigned integer.
    package mutating func requiredUnsigned(_ key: UInt64) throws(CBORShapeError) -> UInt64 {
        guard let number = try optionalUnsigned(key) else { throw .missing(key: key) }
        return number
    }

    /// Takes a truth value.
    package mutating func requiredBool(_ key: UInt64) throws(CBORShapeError) -> Bool {
        guard case .bool(let truth) = try requiredValue(key) else { throw .wrongType(key: key) }
        return truth
    }

    /// Takes a byte string of exactly `count` octets, if the member is there.
    package mutating func optionalBytes(_ key: UInt64, count: Int) throws(CBORShapeError) -> [UInt8]? {
        guard let octets = try optionalBytes(key, limit: Int.max) else { return nil }
        guard octets.count == count else {
            throw .wrongByteCount(key: key, expected: count, found: octets.count)
        }
        return octets
    }

    /// Takes a byte string of exactly `count` octets.
    package mutating func requiredBytes(_ key: UInt64, count: Int) throws(CBORShapeError) -> [UInt8] {
        guard let octets = try optionalBytes(key, count: count) else { throw .missing(key: key) }
        return octets
    }

    /// Takes a byte string of at most `limit` octets, if the member is there.
    package mutating func optionalBytes(_ key: UInt64, limit: Int) throws(CBORShapeError) -> [UInt8]? {
        guard let value = optionalValue(key) else { return nil }
        guard case .bytes(let octets) = value else { throw .wrongType(key: key) }
        guard octets.count <= limit else { throw .tooLong(key: key, limit: limit, found: octets.count) }
        return octets
    }

    /// Takes a byte string of at most `limit` octets.
    package mutating func requiredBytes(_ key: UInt64, limit: Int) throws(CBORShapeError) -> [UInt8] {
        guard let octets = try optionalBytes(key, limit: limit) else { throw .missing(key: key) }
        return octets
    }

    /// Takes a text of at most `limit` UTF-8 octets, if the member is there.
    package mutating func optionalText(_ key: UInt64, limit: Int) throws(CBORShapeError) -> String? {
        guard let value = optionalValue(key) else { return nil }
        guard case .text(let text) = value else { throw .wrongType(key: key) }
        guard text.utf8.count <= limit else { throw .tooLong(key: key, limit: limit, found: text.utf8.count) }
        return text
    }

    /// Takes a text of at most `limit` UTF-8 octets.
    package mutating func requiredText(_ key: UInt64, limit: Int) throws(CBORShapeError) -> String {
        guard let text = try optionalText(key, limit: limit) else { throw .missing(key: key) }
        return text
    }

    /// Takes an array of at most `limit` elements, if the member is there.
    package mutating func optionalArray(_ key: UInt64, limit: Int) throws(CBORShapeError) -> [CBORValue]? {
        guard let value = optionalValue(key) else { return nil }
        guard case .array(let elements) = value else { throw .wrongType(key: key) }
        guard elements.count <= limit else { throw .tooLong(key: key, limit: limit, found: elements.count) }
        return elements
    }

    /// Takes an array of at most `limit` elements.
    package mutating func requiredArray(_ key: UInt64, limit: Int) throws(CBORShapeError) -> [CBORValue] {
        guard let elements = try optionalArray(key, limit: limit) else { throw .missing(key: key) }
        return elements
    }

    /// Ends reading: every member must have been taken.
    package func finish() throws(CBORShapeError) {
        if let first = members.first { throw .unknownKey(first.key) }
    }
}
