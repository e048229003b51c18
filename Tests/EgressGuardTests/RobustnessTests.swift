// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import TestSupport
import Testing

@Suite("any input")
struct RobustnessTests {
    private static let egress = EgressGuard(keys: Identifiers.keywords)

    @Test("random bytes are scanned without a crash and without a finding", arguments: 0..<40)
    func randomBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(Self.egress.scan(bytes: bytes) == [])
        _ = Self.egress.scan(text: String(decoding: bytes, as: UTF8.self), level: .partners)
    }

    @Test("random characters give findings inside the text, in order, without overlaps", arguments: 0..<40)
    func randomScalars(seed: UInt64) {
        var random = SeededRandom(seed: seed &+ 1000)
        let alphabet = Array("aA1 .,-%=&#;\\\"'<>@:/_+()\n\u{AB}\u{BB}\u{200B}éßЖ中𝐀०２x0u".unicodeScalars)
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...300, using: &random) {
            let scalar =
                Bool.random(using: &random)
                ? alphabet.randomElement(using: &random)
                : Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
            if let scalar { scalars.append(scalar) }
        }
        let text = String(scalars)
        var position = 0
        for finding in Self.egress.scan(text: text, level: .everyone) {
            #expect(finding.range.lowerBound >= position && !finding.range.isEmpty)
            position = finding.range.upperBound
        }
        #expect(position <= text.unicodeScalars.count)
    }

    @Test(
        "long texts of one kind are scanned or refused as a whole",
        arguments: [
            "a", "A1", "%41", "&#65;", "=41", "\\u0041", "QUJD", "41 ", "one ", "alpha ", ".- ", "\"", "\u{AB}", "((",
            "@", "a@b.", "1.", "1:", "I ", "\u{200B}a", "Ж", "12 May ",
        ]
    )
    func longTexts(unit: String) {
        let text = String(repeating: unit, count: 16_384 / unit.utf8.count)
        let findings = Self.egress.scan(text: text, level: .partners)
        #expect(findings.allSatisfy { $0.range.upperBound <= text.unicodeScalars.count })
    }

    @Test("a text beyond the limit is refused as a whole")
    func tooLong() {
        let egress = EgressGuard(keys: [], options: GuardOptions(byteLimit: 100))
        let findings = egress.scan(text: String(repeating: "word ", count: 21), level: .customs)
        #expect(findings.map(\.rule) == ["guard.limit"])
        #expect(findings.first?.range == 0..<105)
        #expect(findings.first?.action == .remove)
    }

    @Test("a text that decodes to too much is refused as a whole")
    func tooDeep() {
        let egress = EgressGuard(keys: [], options: GuardOptions(expansionLimit: -10_000))
        let findings = egress.scan(text: "a%41%42%43", level: .customs)
        #expect(findings.map(\.rule) == ["guard.limit"])
    }

    @Test("an empty text has no findings and stays empty")
    func emptyText() {
        #expect(Self.egress.scan(text: "", level: .partners) == [])
        #expect(Self.egress.scan(bytes: []) == [])
        #expect(Self.egress.redacted("", level: .partners).text == "")
    }

    @Test("the placeholder says nothing about the length, and a second redaction changes nothing")
    func placeholder() {
        let short = Self.egress.redacted("Seen by Kamal al-Rashidi.", level: .partners).text
        let long = Self.egress.redacted("Seen by Thandiwe Mokoena-Dlamini.", level: .partners).text
        #expect(short == "Seen by \(EgressGuard.placeholder).")
        #expect(long == short)
        #expect(Self.egress.redacted(long, level: .partners).text == long)
    }

    @Test("byte ranges and code point ranges name the same place")
    func rangesAgree() {
        let text = "Écrit par Åsa Björklund à l'aube, ou Åsa."
        let scalars = Array(text.unicodeScalars)
        let bytes = Array(text.utf8)
        for finding in Self.egress.scan(text: text, level: .customs) {
            let byScalars = String(String.UnicodeScalarView(scalars[finding.range]))
            #expect(String(decoding: bytes[finding.byteRange], as: UTF8.self) == byScalars)
        }
    }

    @Test("known values in bytes are found plain, in base64url and among binary")
    func bytesAreScanned() {
        let frames: [[UInt8]] = [
            Array("{\"note\":\"call Thandiwe Mokoena-Dlamini\"}".utf8),
            Array("eyJub3RlIjoiY2FsbCBUaGFuZGl3ZSBNb2tvZW5hLURsYW1pbmkifQ".utf8),
            [0, 1, 2, 0x78] + Array("Thandiwe Mokoena-Dlamini".utf8) + [0, 0xFF],
        ]
        for frame in frames {
            #expect(Self.egress.scan(bytes: frame).contains { $0.rule == "vault.person-name" })
        }
    }

    @Test("keywords and profiles show nothing of their values")
    func nothingIsPrinted() {
        let keyword = GuardKeyword(kind: .personName, value: "Thandiwe")
        let profile = ReferrerProfile(name: "Thandiwe", employer: "Palisade")
        var dumped = ""
        dump(keyword, to: &dumped)
        dump(profile, to: &dumped)
        for text in ["\(keyword)", "\(profile)", String(reflecting: keyword), String(reflecting: profile), dumped] {
            #expect(!text.contains("Thandiwe") && !text.contains("Palisade"))
        }
    }
}
