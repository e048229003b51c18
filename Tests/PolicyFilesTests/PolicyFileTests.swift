// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Policy
import PolicyFiles
import Testing
import Vocabulary

/// One change to the default policy and what the parser says about it.
struct PolicyChange: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let rule: PolicyFileRule
    var testDescription: String { "\(rule)" }

    init(_ old: String, _ new: String, _ rule: PolicyFileRule) {
        self.old = old
        self.new = new
        self.rule = rule
    }
}

@Suite("policy files")
struct PolicyFileTests {
    static let vocabularies = Result { try VocabularyFiles.load() }

    static let changes: [PolicyChange] = [
        PolicyChange("crowd:", "crowds:", .missingKey("crowd")),
        PolicyChange("delay:", "speed: 1\ndelay:", .unknownKey("speed")),
        PolicyChange("delay:", "delay: {}\ndelay:", .duplicateKey),
        PolicyChange("as: country}", "as: country, colour: red}", .unknownKey("colour")),
        PolicyChange("- field: port\n", "- field: harbour\n", .unknownCode("harbour", list: "fields")),
        PolicyChange("- {field: mode,", "- {field: seals,", .neverLeaves(field: "seals")),
        PolicyChange("- {field: seals,", "- {field: mode,", .duplicateRule(field: "mode")),
        PolicyChange("{claim: country,", "{claim: port,", .duplicateClaim("port")),
        PolicyChange("{claim: country,", "{claim: iss,", .claimNameNotAllowed("iss")),
        PolicyChange("{claim: country,", "{claim: Country,", .claimNameNotAllowed("Country")),
        PolicyChange(
            "{claim: port, level: customs",
            "{claim: port, level: partners",
            .widerThanCeiling(field: "port", form: "exact")
        ),
        PolicyChange(
            "{claim: port, level: customs",
            "{claim: port, level: origin-only",
            .unknownCode("origin-only", list: "audiences")
        ),
        PolicyChange("as: country}", "as: month}", .formNotOfField(field: "port", form: "month")),
        PolicyChange(
            "{claim: wco_region, level: public, as: region}\n      - field: dates.incident",
            "{claim: wco_region, level: customs, as: region}\n      - field: dates.incident",
            .formsNotWidening(field: "port")
        ),
        PolicyChange(
            "{claim: country, level: partners, as: country}",
            "{claim: country, level: customs, as: exact}",
            .formsNotWidening(field: "port")
        ),
        PolicyChange("axes: [place, period]", "axes: [place, colour]", .unknownCode("colour", list: "axes")),
        PolicyChange("effective: 2026-11-20", "effective: 2026-11-19", .effectiveBeforeAnnounced),
        PolicyChange("effective: 2026-11-20", "effective: 2026-02-29", .wrongKind(expected: "a day YYYY-MM-DD")),
        PolicyChange(
            "audiences: [customs, partners, public]",
            "audiences: [customs, public]",
            .unknownCode("partners", list: "audiences")
        ),
        PolicyChange("level: partners\n    label", "level: customs\n    label", .noLegalBasis(level: "partners")),
        PolicyChange("identity_days_at_most: 730, ", "", .missingKey("identity_days_at_most")),
        PolicyChange("staff-approached,", "staff-aproached,", .unknownCode("staff-aproached", list: "indicators")),
        PolicyChange("claims: [indicators]\n", "claims: [other]\n", .claimNotOfRule("other")),
        PolicyChange("when: hold-active, drops: [outcomes]", "when: hold-active, drops: [mo]", .claimNotOfRule("mo")),
        PolicyChange(
            "when: hold-active, drops: [outcomes]",
            "when: sometimes",
            .unknownCode("sometimes", list: "circumstances")
        ),
        PolicyChange(
            "reason: small-number, forms: [{claim: commodity,",
            "reason: because, forms: [{claim: commodity,",
            .unknownCode("because", list: "withholding-reasons")
        ),
        PolicyChange("  partners: {referrers: 5", "  partner: {referrers: 5", .missingThreshold(level: "partners")),
        PolicyChange("{referrers: 5,", "{referrers: 0,", .wrongKind(expected: "a whole number of at least 1")),
        PolicyChange("batch_spread: 3", "batch_spread: soon", .wrongKind(expected: "a whole number of at least 1")),
        PolicyChange("- type: mo-bulletin/1", "- type: pia/1", .duplicateCode("pia/1")),
        PolicyChange("- type: mo-bulletin/1", "- type: pia/2", .unknownCode("pia/2", list: "document types")),
        PolicyChange("code: do-not-approach", "code: do-not-open", .duplicateCode("do-not-open")),
        PolicyChange("policy: fairlead-default", "policy: &a fairlead-default", .aliasNotAllowed),
        PolicyChange("policy: fairlead-default", "policy: [", .syntax),
    ]

    @Test(
        "a rule that contradicts the policy's form or the fields' ceilings is refused with its line",
        arguments: changes
    )
    func contradictions(change: PolicyChange) throws {
        let vocabularies = try Self.vocabularies.get()
        let text = String(decoding: try PolicyTree.bytes("default.yaml"), as: UTF8.self)
        let position = try #require(text.range(of: change.old))
        let changed = text.replacingCharacters(in: position, with: change.new)
        do throws(PolicyFileError) {
            _ = try PolicyFile.parse(Array(changed.utf8), file: "policy.yaml", vocabularies: vocabularies)
            Issue.record("accepted")
        } catch {
            #expect(error.rule == change.rule)
            let line = try #require(error.line)
            let expected = text[..<position.lowerBound].count { $0.isNewline } + 1
            let isNear =
                abs(line - expected) <= 8
                || [.missingKey("crowd"), .missingThreshold(level: "partners")].contains(error.rule)
            #expect(isNear, "line \(line), expected about \(expected)")
            #expect(error.description.hasPrefix("policy.yaml:\(line): "))
        }
    }

    @Test("bytes that are not text and files that are too long are refused")
    func badBytes() throws {
        let vocabularies = try Self.vocabularies.get()
        #expect(throws: PolicyFileError(file: "x", line: nil, rule: .notUTF8)) {
            try PolicyFile.parse([0xFF], file: "x", vocabularies: vocabularies)
        }
        let long = [UInt8](repeating: 0x20, count: (1 << 20) + 1)
        #expect(throws: PolicyFileError(file: "x", line: nil, rule: .tooLong(byteCount: long.count, limit: 1 << 20))) {
            try PolicyFile.parse(long, file: "x", vocabularies: vocabularies)
        }
        #expect(throws: PolicyFileError.self) { try PolicyFile.parse([], file: "x", vocabularies: vocabularies) }
    }

    @Test("a policy that is cut anywhere is refused")
    func truncation() throws {
        let vocabularies = try Self.vocabularies.get()
        let bytes = try PolicyTree.bytes("default.yaml")
        for length in stride(from: 0, to: bytes.count - 3, by: 397) {
            #expect(throws: PolicyFileError.self) {
                _ = try PolicyFile.parse(Array(bytes[..<length]), file: "x", vocabularies: vocabularies)
            }
        }
    }

    @Test("the bytes of the file are what the digest is taken over")
    func digestInput() throws {
        let policy = try PolicyFile.load(overrides: nil, vocabularies: try Self.vocabularies.get())
        #expect(policy.digestInput == (try PolicyTree.bytes("default.yaml")))
    }
}
