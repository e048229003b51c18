// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The position in bytes that are being decoded, and what the value has cost so far.
struct CBORCursor {
    private(set) var offset = 0
    private let bytes: [UInt8]
    private let limits: CBORLimits
    private var itemCount = 0

    init(bytes: [UInt8], limits: CBORLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Reads the item at the position; `depth` counts the arrays and maps around it.
    mutating func value(depth: Int) throws(CBORDecodingError) -> CBORValue {
        let start = offset
        itemCount += 1
        guard itemCount <= limits.itemLimit else { throw .tooManyItems(limit: limits.itemLimit, offset: start) }
        let initial = try byte()
        // Three bits always name a major type; the guard is for the compiler.
        guard let major = CBORHead.Major(rawValue: initial >> 5) else {
            throw .unsupportedItem(initialByte: initial, offset: start)
        }
        switch major {
        case .tag:
            throw .unsupportedItem(initialByte: initial, offset: start)
        case .simple:
            return try simple(initial, start: start)
        case .unsigned:
            return .unsigned(try argument(initial, start: start))
        case .negative:
            return .negative(try argument(initial, start: start))
        case .bytes:
            return .bytes(Array(try string(initial, start: start)))
        case .text:
            let range = try string(initial, start: start)
            guard let text = String(validating: range, as: UTF8.self) else { throw .invalidText(offset: start) }
            return .text(text)
        case .array:
            return try array(initial, start: start, depth: depth)
        case .map:
            return try map(initial, start: start, depth: depth)
        }
    }

    private mutating func simple(_ initial: UInt8, start: Int) throws(CBORDecodingError) -> CBORValue {
        switch initial {
        case CBORHead.falseByte: return .bool(false)
        case CBORHead.trueByte: return .bool(true)
        case CBORHead.nullByte: return .null
        default: throw .unsupportedItem(initialByte: initial, offset: start)
        }
    }

    private mutating func array(_ initial: UInt8, start: Int, depth: Int) throws(CBORDecodingError) -> CBORValue {
        let count = try elementCount(initial, bytesEach: 1, start: start, depth: depth)
        var elements: [CBORValue] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
        return .array(elements)
    }

    private mutating func map(_ initial: UInt8, start: Int, depth: Int) throws(CBORDecodingError) -> CBORValue {
        let count = try elementCount(initial, bytesEach: 2, start: start, depth: depth)
        var pairs: [CBORPair] = []
        pairs.reserveCapacity(count)
        var previous: ArraySlice<UInt8>?
        for _ in 0..<count {
            let keyStart = offset
            let key = try value(depth: depth + 1)
            let encoded = bytes[keyStart..<offset]
            if let previous {
                guard previous != encoded else { throw .duplicateKey(offset: keyStart) }
                guard previous.lexicographicallyPrecedes(encoded) else { throw .keysOutOfOrder(offset: keyStart) }
            }
            previous = encoded
            pairs.append(CBORPair(key: key, value: try value(depth: depth + 1)))
        }
        return .map(pairs)
    }

    /// The number of elements, checked against depth, items and the bytes that are left, before memory is taken.
    private mutating func elementCount(
        _ initial: UInt8,
        bytesEach: Int,
        start: Int,
        depth: Int
    ) throws(CBORDecodingError) -> Int {
        guard depth < limits.depthLimit else { throw .tooDeep(limit: limits.depthLimit, offset: start) }
        let count = try argument(initial, start: start)
        let left = bytes.count - offset
        guard count <= UInt64(left / bytesEach) else {
            throw .truncated(offset: offset, need: Int(clamping: count).multipliedClamping(by: bytesEach), have: left)
        }
        guard count <= UInt64(limits.itemLimit) else { throw .tooManyItems(limit: limits.itemLimit, offset: start) }
        return Int(count)
    }

    private mutating func string(_ initial: UInt8, start: Int) throws(CBORDecodingError) -> ArraySlice<UInt8> {
        let count = try argument(initial, start: start)
        let left = bytes.count - offset
        guard count <= UInt64(left) else {
            throw .truncated(offset: offset, need: Int(clamping: count), have: left)
        }
        let range = bytes[offset..<offset + Int(count)]
        offset += Int(count)
        return range
    }

    /// The integer or length in the head, only in its shortest form.
    private mutating func argument(_ initial: UInt8, start: Int) throws(CBORDecodingError) -> UInt64 {
        let information = initial & 0x1F
        switch information {
        case 0..<24: return UInt64(information)
        case 24: return try bigEndian(byteCount: 1, atLeast: 24, start: start)
        case 25: return try bigEndian(byteCount: 2, atLeast: 0x100, start: start)
        case 26: return try bigEndian(byteCount: 4, atLeast: 0x1_0000, start: start)
        case 27: return try bigEndian(byteCount: 8, atLeast: 0x1_0000_0000, start: start)
        case 31: throw .indefiniteLength(offset: start)
        default: throw .unsupportedItem(initialByte: initial, offset: start)
        }
    }

    private mutating func bigEndian(
        byteCount: Int,
        atLeast minimum: UInt64,
        start: Int
    ) throws(CBORDecodingError) -> UInt64 {
        let left = bytes.count - offset
        guard left >= byteCount else { throw .truncated(offset: offset, need: byteCount, have: left) }
        var number: UInt64 = 0
        for octet in bytes[offset..<offset + byteCount] { number = number << 8 | UInt64(octet) }
        offset += byteCount
        guard number >= minimum else { throw .notShortest(offset: start) }
        return number
    }

    private mutating func byte() throws(CBORDecodingError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated(offset: offset, need: 1, have: 0) }
        defer { offset += 1 }
        return bytes[offset]
    }
}

extension Int {
    fileprivate func multipliedClamping(by factor: Int) -> Int {
        let (product, overflow) = self.multipliedReportingOverflow(by: factor)
        return overflow ? Int.max : product
    }
}
