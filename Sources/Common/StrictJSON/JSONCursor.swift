// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The position in a text that is being parsed, and what the value has cost so far.
struct JSONCursor {
    var offset = 0
    let bytes: [UInt8]
    private let limits: JSONLimits
    private var memberCount = 0

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func skipWhiteSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    /// Reads the value at the position; `depth` counts the arrays and objects around it.
    mutating func value(depth: Int) throws(JSONParsingError) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case let other: throw .unexpectedByte(other, offset: offset)
        }
    }

    func peek() throws(JSONParsingError) -> UInt8 {
        guard offset < bytes.count else { throw .unexpectedEnd(offset: offset) }
        return bytes[offset]
    }

    private mutating func expect(_ byte: UInt8) throws(JSONParsingError) {
        let found = try peek()
        guard found == byte else { throw .unexpectedByte(found, offset: offset) }
        offset += 1
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONParsingError) -> JSONValue {
        for position in 0..<text.utf8CodeUnitCount { try expect(text.utf8Start[position]) }
        return value
    }

    private mutating func enter(depth: Int) throws(JSONParsingError) {
        guard depth < limits.depthLimit else { throw .tooDeep(limit: limits.depthLimit, offset: offset) }
        offset += 1
        skipWhiteSpace()
    }

    private mutating func countMember() throws(JSONParsingError) {
        memberCount += 1
        guard memberCount <= limits.memberLimit else {
            throw .tooManyMembers(limit: limits.memberLimit, offset: offset)
        }
    }

    private mutating func object(depth: Int) throws(JSONParsingError) -> JSONObject {
        try enter(depth: depth)
        var members: [(name: String, value: JSONValue)] = []
        var seen: Set<String> = []
        if try peek() == UInt8(ascii: "}") {
            offset += 1
            return JSONObject()
        }
        while true {
            let nameOffset = offset
            guard try peek() == UInt8(ascii: "\"") else { throw .unexpectedByte(bytes[offset], offset: offset) }
            try countMember()
            let name = try string()
            guard seen.insert(name).inserted else { throw .duplicateName(offset: nameOffset) }
            skipWhiteSpace()
            try expect(UInt8(ascii: ":"))
            skipWhiteSpace()
            members.append((name, try value(depth: depth + 1)))
            guard try anotherFollows(before: UInt8(ascii: "}")) else { return JSONObject(checkedMembers: members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONParsingError) -> [JSONValue] {
        try enter(depth: depth)
        var elements: [JSONValue] = []
        if try peek() == UInt8(ascii: "]") {
            offset += 1
            return elements
        }
        while true {
            try countMember()
            elements.append(try value(depth: depth + 1))
            guard try anotherFollows(before: UInt8(ascii: "]")) else { return elements }
        }
    }

    /// Steps over a comma, or over the end of the array or object.
    private mutating func anotherFollows(before end: UInt8) throws(JSONParsingError) -> Bool {
        skipWhiteSpace()
        let found = try peek()
        switch found {
        case UInt8(ascii: ","):
            offset += 1
            skipWhiteSpace()
            return true
        case end:
            offset += 1
            return false
        default:
            throw .unexpectedByte(found, offset: offset)
        }
    }

    private mutating func number() throws(JSONParsingError) -> JSONNumber {
        let start = offset
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let integerDigits = skipDigits()
        guard integerDigits > 0 else { throw .invalidNumber(offset: start) }
        let first = bytes[offset - integerDigits]
        guard first != UInt8(ascii: "0") || integerDigits == 1 else { throw .invalidNumber(offset: start) }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits() > 0 else { throw .invalidNumber(offset: start) }
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
                offset += 1
            }
            guard skipDigits() > 0 else { throw .invalidNumber(offset: start) }
        }
        return JSONNumber(checkedText: String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < bytes.count, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
            offset += 1
        }
        return offset - start
    }
}
