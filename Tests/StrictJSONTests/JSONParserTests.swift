// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON
import Testing

@Suite("strict JSON parser")
struct JSONParserTests {
    static func parse(_ text: String) throws(JSONParsingError) -> JSONValue { try JSONParser.parse(text: text) }

    @Test("the examples of RFC 8259 section 13 parse")
    func rfcExamples() throws {
        let image = try Self.parse(
            """
            {"Image": {"Width": 800, "Height": 600, "Title": "View from 15th Floor",
              "Thumbnail": {"Url": "http://www.example.com/image/481989943", "Height": 125, "Width": 100},
              "Animated" : false, "IDs": [116, 943, 234, 38793]}}
            """
        )
        let ids = try #require(JSONPointer(text: "/Image/IDs/3"))
        #expect(image.value(at: ids) == 38793)
        let places = try Self.parse(#"[{"Latitude": 37.7668, "Longitude": -122.3959}]"#)
        #expect(places.arrayValue?.first?.objectValue?["Latitude"]?.doubleValue == 37.7668)
        for text in [#""Hello world!""#, "42", "true"] { _ = try Self.parse(text) }
    }

    @Test("every literal, escape and white space is read")
    func accepted() throws {
        #expect(try Self.parse(" \t\r\n null \n") == .null)
        #expect(try Self.parse("[true,false , null]") == [true, false, nil])
        #expect(try Self.parse(#""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC""#) == "\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{20AC}")
        #expect(try Self.parse(#""\ud834\udd1e""#) == "\u{1D11E}")
        #expect(try Self.parse(#""\u0000""#) == "\u{0}")
        #expect(try Self.parse("\"\u{7F}\u{10FFFF}\"") == "\u{7F}\u{10FFFF}")
        #expect(try Self.parse("[]") == [])
        #expect(try Self.parse("{}") == .object([:]))
        #expect(try Self.parse(#"{"":{"":[]}}"#) == .object(["": .object(["": []])]))
    }

    @Test(
        "numbers keep their text",
        arguments: ["0", "-0", "-12", "1.0", "1e0", "1E+2", "0.10", "12345678901234567890123", "1e400", "2.5e-3"]
    )
    func numberText(text: String) throws {
        guard case .number(let number) = try Self.parse(text) else {
            Issue.record("not a number")
            return
        }
        #expect(number.text == text)
        #expect(JSONWriter.text(.number(number)) == text)
    }

    @Test("numbers convert only where nothing is lost")
    func numberValues() throws {
        #expect(try Self.parse("7").integerValue == 7)
        #expect(try Self.parse("-9223372036854775808").integerValue == Int.min)
        #expect(try Self.parse("9223372036854775808").integerValue == nil)
        #expect(try Self.parse("7.0").integerValue == nil)
        #expect(try Self.parse("7.0").doubleValue == 7)
        #expect(try Self.parse("1e400").doubleValue == nil)
        #expect(try Self.parse("1") != Self.parse("1.0"))
    }

    @Test(
        "what is not JSON is refused at its byte",
        arguments: [
            ("", JSONParsingError.unexpectedEnd(offset: 0)),
            ("  ", .unexpectedEnd(offset: 2)),
            ("[1,]", .unexpectedByte(0x5D, offset: 3)),
            ("[,1]", .unexpectedByte(0x2C, offset: 1)),
            ("[1 2]", .unexpectedByte(0x32, offset: 3)),
            ("{\"a\":1,}", .unexpectedByte(0x7D, offset: 7)),
            ("{\"a\" 1}", .unexpectedByte(0x31, offset: 5)),
            ("{a:1}", .unexpectedByte(0x61, offset: 1)),
            ("{1:1}", .unexpectedByte(0x31, offset: 1)),
            ("'a'", .unexpectedByte(0x27, offset: 0)),
            ("nul", .unexpectedEnd(offset: 3)),
            ("nulL", .unexpectedByte(0x4C, offset: 3)),
            ("True", .unexpectedByte(0x54, offset: 0)),
            ("NaN", .unexpectedByte(0x4E, offset: 0)),
            ("Infinity", .unexpectedByte(0x49, offset: 0)),
            ("+1", .unexpectedByte(0x2B, offset: 0)),
            (".5", .unexpectedByte(0x2E, offset: 0)),
            ("01", .invalidNumber(offset: 0)),
            ("-01", .invalidNumber(offset: 0)),
            ("-", .invalidNumber(offset: 0)),
            ("1.", .invalidNumber(offset: 0)),
            ("[1.e2]", .invalidNumber(offset: 1)),
            ("1e", .invalidNumber(offset: 0)),
            ("1e+", .invalidNumber(offset: 0)),
            ("0x10", .trailingBytes(offset: 1)),
            ("1 1", .trailingBytes(offset: 2)),
            ("[]]", .trailingBytes(offset: 2)),
            ("/*c*/1", .unexpectedByte(0x2F, offset: 0)),
            ("\"a", .unexpectedEnd(offset: 2)),
            ("\"a\nb\"", .controlCharacter(offset: 2)),
            ("\"\u{0}\"", .controlCharacter(offset: 1)),
            ("\"\\x\"", .invalidEscape(offset: 1)),
            ("\"\\u12g4\"", .invalidEscape(offset: 1)),
            ("\"\\u12\"", .invalidEscape(offset: 1)),
            ("\"\\u12", .unexpectedEnd(offset: 5)),
            ("\"\\ud834\"", .loneSurrogate(offset: 1)),
            ("\"\\udd1e\"", .loneSurrogate(offset: 1)),
            ("\"\\ud834\\u0041\"", .loneSurrogate(offset: 1)),
            ("\"\\ud834\\ud834\"", .loneSurrogate(offset: 1)),
            ("{\"a\":1,\"a\":2}", .duplicateName(offset: 7)),
            ("{\"a\":1,\"\\u0061\":2}", .duplicateName(offset: 7)),
            ("\u{FEFF}1", .unexpectedByte(0xEF, offset: 0)),
        ]
    )
    func refused(text: String, expected: JSONParsingError) {
        #expect(throws: expected) { try Self.parse(text) }
    }

    @Test(
        "ill-formed UTF-8 is refused at its byte",
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC3, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xC3, 0xA9, 0x80, 0x22], 3),
        ] as [([UInt8], Int)]
    )
    func illFormedUTF8(bytes: [UInt8], offset: Int) {
        #expect(throws: JSONParsingError.invalidUTF8(offset: offset)) { try JSONParser.parse(bytes) }
    }

    @Test("limits hold")
    func limits() {
        let limits = JSONLimits(byteLimit: 20, depthLimit: 2, memberLimit: 3)
        #expect(throws: JSONParsingError.tooLong(byteCount: 21, limit: 20)) {
            try JSONParser.parse([UInt8](repeating: 0x20, count: 21), limits: limits)
        }
        #expect(throws: JSONParsingError.tooDeep(limit: 2, offset: 2)) {
            try JSONParser.parse(text: "[[[", limits: limits)
        }
        #expect(throws: JSONParsingError.tooManyMembers(limit: 3, offset: 7)) {
            try JSONParser.parse(text: "[1,2,3,4]", limits: limits)
        }
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
        #expect(throws: JSONParsingError.tooDeep(limit: 32, offset: 32)) { try JSONParser.parse(deep) }
    }
}
