// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Takes the items of a message's array in order.
///
/// The encoding is deterministic, so the offset of an item is the length of what stands before it; it is computed only
/// when something is wrong.
struct ItemReader {
    private let type: UInt8
    private let items: [CBORValue]
    private let base: Int
    private var index = 0

    /// Starts with the payload's array.
    ///
    /// - Parameters:
    ///   - value: the decoded payload.
    ///   - type: of the frame, for errors.
    /// - Throws: `notAnArray`.
    init(_ value: CBORValue, type: UInt8) throws(MessageDecodingError) {
        guard case .array(let items) = value else { throw .notAnArray(type: type) }
        self.init(items: items, type: type, base: 0)
    }

    private init(items: [CBORValue], type: UInt8, base: Int) {
        self.type = type
        self.items = items
        self.base = base
    }

    var isAtEnd: Bool { self.index == self.items.count }

    var count: Int { self.items.count }

    mutating func unsigned() throws(MessageDecodingError) -> UInt64 {
        guard case .unsigned(let number) = try self.next() else { throw self.wrongType() }
        return number
    }

    mutating func bytes(count: Int) throws(MessageDecodingError) -> [UInt8] {
        guard case .bytes(let bytes) = try self.next() else { throw self.wrongType() }
        guard bytes.count == count else {
            throw .wrongByteCount(
                index: self.index - 1,
                expected: count,
                found: bytes.count,
                type: self.type,
                offset: self.offset(of: self.index - 1)
            )
        }
        return bytes
    }

    mutating func bytes(limit: Int) throws(MessageDecodingError) -> [UInt8] {
        guard case .bytes(let bytes) = try self.next() else { throw self.wrongType() }
        try self.check(bytes.count, limit: limit)
        return bytes
    }

    mutating func optionalBytes(limit: Int) throws(MessageDecodingError) -> [UInt8]? {
        if self.takeNull() { return nil }
        return try self.bytes(limit: limit)
    }

    mutating func optionalBytes(count: Int) throws(MessageDecodingError) -> [UInt8]? {
        if self.takeNull() { return nil }
        return try self.bytes(count: count)
    }

    mutating func text(limit: Int) throws(MessageDecodingError) -> String {
        guard case .text(let text) = try self.next() else { throw self.wrongType() }
        try self.check(text.utf8.count, limit: limit)
        return text
    }

    /// Takes an array of at most `limit` members.
    mutating func list(limit: Int) throws(MessageDecodingError) -> ItemReader {
        guard case .array(let members) = try self.next() else { throw self.wrongType() }
        try self.check(members.count, limit: limit)
        return ItemReader(items: members, type: self.type, base: self.offset(of: self.index - 1))
    }

    /// Takes a null, if one stands there.
    mutating func takeNull() -> Bool {
        guard self.index < self.items.count, case .null = self.items[self.index] else { return false }
        self.index += 1
        return true
    }

    /// Refuses a number that has no meaning; call it right after taking the number.
    func unknownValue(_ value: UInt64) -> MessageDecodingError {
        .unknownValue(index: self.index - 1, value: value, type: self.type, offset: self.offset(of: self.index - 1))
    }

    /// Refuses a sum that is over a limit; call it right after taking the last item of the sum.
    func check(_ found: Int, limit: Int) throws(MessageDecodingError) {
        guard found <= limit else {
            throw .overLimit(
                index: self.index - 1,
                limit: limit,
                found: found,
                type: self.type,
                offset: self.offset(of: max(0, self.index - 1))
            )
        }
    }

    /// Ends reading: every item must have been taken.
    func finish() throws(MessageDecodingError) {
        guard self.isAtEnd else {
            let excess = self.items.count - self.index
            throw .excessItems(count: excess, type: self.type, offset: self.offset(of: self.index))
        }
    }

    private mutating func next() throws(MessageDecodingError) -> CBORValue {
        guard self.index < self.items.count else {
            throw .missingItem(index: self.index, type: self.type, offset: self.offset(of: self.index))
        }
        let item = self.items[self.index]
        self.index += 1
        return item
    }

    private func wrongType() -> MessageDecodingError {
        .wrongItemType(index: self.index - 1, type: self.type, offset: self.offset(of: self.index - 1))
    }

    private func offset(of index: Int) -> Int {
        let before = Array(self.items.prefix(index))
        let whole = CBOREncoder.encode(.array(self.items)).count
        let content = self.items.reduce(0) { total, item in total + CBOREncoder.encode(item).count }
        let head = whole - content
        return self.base + head + before.reduce(0) { total, item in total + CBOREncoder.encode(item).count }
    }
}
