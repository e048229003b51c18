// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Policy
import PolicyFiles
import Testing
import Vocabulary

@Suite("local policy files")
struct LocalPolicyFileTests {
    static let vocabularies = Result { try VocabularyFiles.load() }

    static let head = "local: customs-xx\nversion: '1'\nnarrows: fairlead-default\n"

    static func parse(_ text: String) throws -> LocalPolicy {
        let vocabularies = try Self.vocabularies.get()
        return try LocalPolicyFile.parse(
            Array((Self.head + text).utf8),
            file: "local.yaml",
            narrowing: try PolicyFile.load(overrides: nil, vocabularies: vocabularies),
            vocabularies: vocabularies
        )
    }

    static func rules(_ rules: String) -> String { "documents:\n  - type: pia/1\n    rules:\n" + rules }

    /// A local policy that is refused, with the line counted from the first after the head.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let rule: PolicyFileRule
        var testDescription: String { "\(rule)" }

        init(_ text: String, line: Int, _ rule: PolicyFileRule) {
            self.text = text
            self.line = line
            self.rule = rule
        }
    }

    static let refusals: [Refusal] = [
        Refusal("colour: red", line: 1, .unknownKey("colour")),
        Refusal("crowd: {partners: {referrers: 4}}", line: 1, .widens("crowd.partners.referrers")),
        Refusal("crowd:\n  public:\n    source_kinds: 1", line: 3, .widens("crowd.public.source_kinds")),
        Refusal("delay: {minimum_age_days: 20}", line: 1, .widens("delay.minimum_age_days")),
        Refusal("delay: {batch_spread: 2}", line: 1, .widens("delay.batch_spread")),
        Refusal(
            "retention: {identity_days_after_feedback: 91}",
            line: 1,
            .widens("retention.identity_days_after_feedback")
        ),
        Refusal("text_limits: {text.summary: 601}", line: 1, .widens("text_limits.text.summary")),
        Refusal("audiences: [customs, everybody]", line: 1, .unknownCode("everybody", list: "levels that travel")),
        Refusal("audiences: []", line: 1, .invalidValue(key: "audiences")),
        Refusal(
            Self.rules("      - field: mo\n        forms:\n          - {claim: mo, level: public}\n"),
            line: 6,
            .widens("the level of the claim 'mo'")
        ),
        Refusal(
            Self.rules("      - field: port\n        forms: [{claim: country, as: exact}]\n"),
            line: 5,
            .widens("the form of the claim 'country'")
        ),
        Refusal(
            Self.rules("      - field: port\n        forms: [{claim: wco_region, level: customs}]\n"),
            line: 5,
            .formsNotWidening(field: "port")
        ),
        Refusal(Self.rules("      - {field: port, withhold: [harbour]}\n"), line: 4, .claimNotOfRule("harbour")),
        Refusal(
            Self.rules("      - field: port\n        withhold: [port]\n        forms: [{claim: port, as: country}]\n"),
            line: 6,
            .duplicateClaim("port")
        ),
        Refusal(
            Self.rules("      - field: mo\n        forms:\n          - {claim: mo}\n          - {claim: mo}\n"),
            line: 7,
            .duplicateClaim("mo")
        ),
        Refusal(
            Self.rules(
                "      - field: port\n        withhold: [country]\n        conditions: [{when: urgent, drops: [country]}]\n"
            ),
            line: 6,
            .claimNotOfRule("country")
        ),
        Refusal(
            Self.rules("      - {field: mode, withhold: all}\n      - {field: mode, withhold: all}\n"),
            line: 5,
            .duplicateRule(field: "mode")
        ),
        Refusal(
            Self.rules("      - {field: narrative, withhold: all}\n"),
            line: 4,
            .nothingToNarrow(field: "narrative")
        ),
        Refusal(Self.rules("      - {field: mode, withhold: some}\n"), line: 4, .invalidValue(key: "withhold")),
        Refusal(Self.rules("      - {field: mode, reason: legal}\n"), line: 4, .unknownKey("reason")),
        Refusal(
            Self.rules("      - field: port\n        forms: [{claim: port, as: month}]\n"),
            line: 5,
            .formNotOfField(field: "port", form: "month")
        ),
    ]

    @Test("a wider, contradictory or unknown rule is refused with its line", arguments: refusals)
    func refused(refusal: Refusal) throws {
        let expected = PolicyFileError(file: "local.yaml", line: refusal.line + 3, rule: refusal.rule)
        #expect(throws: expected) { try Self.parse(refusal.text) }
    }

    @Test("a local policy for another federation's policy is refused")
    func otherPolicy() throws {
        let vocabularies = try Self.vocabularies.get()
        let text = Self.head.replacing("fairlead-default", with: "other")
        let expected = PolicyFileError(
            file: "local.yaml",
            line: 3,
            rule: .narrowsAnotherPolicy(expected: "fairlead-default")
        )
        #expect(throws: expected) {
            try LocalPolicyFile.parse(
                Array(text.utf8),
                file: "local.yaml",
                narrowing: try PolicyFile.load(overrides: nil, vocabularies: vocabularies),
                vocabularies: vocabularies
            )
        }
    }

    @Test("what a desk narrows holds, the rest stays as it is, and every statement knows its file and line")
    func narrows() throws {
        let federation = try PolicyFile.load(overrides: nil, vocabularies: try Self.vocabularies.get())
        let local = try Self.parse(
            """
            crowd: {partners: {referrers: 8}}
            delay: {minimum_age_days: 30}
            retention: {identity_days_after_feedback: 30}
            text_limits: {text.summary: 200}
            documents:
              - type: pia/1
                rules:
                  - field: mo
                    withhold: [mo]
                  - field: chain_stages
                    forms: [{claim: chain_stages, as: parent-term}]
                    conditions: [{when: hold-active}]
                  - field: indicators
                    exceptions: [{when: always, terms: [small-boats], claims: [indicators], then: withhold}]
            """
        )
        let effective = federation.narrowed(by: local)
        #expect(effective.crowd[.partners] == CrowdThreshold(referrers: 8, incidents: 5, sourceKinds: 2))
        #expect(effective.crowd[.customs] == federation.crowd[.customs])
        #expect(effective.delay.minimumAgeDays == 30 && effective.delay.batchSpread == 3)
        #expect(effective.retention.identityDaysAfterFeedback == 30)
        #expect(effective.retention.identityDaysAtMost == 730)
        #expect(effective.textLimits[.summary] == 200 && effective.textLimits[.title] == 120)
        #expect(effective.rule(for: .modusOperandi, in: .analysis)?.forms.map(\.claim) == ["mo_class"])
        let stages = try #require(effective.rule(for: .chainStages, in: .analysis))
        #expect(stages.forms.map(\.generalisation) == [.parentTerm] && stages.conditions.count == 1)
        #expect(effective.rule(for: .indicators, in: .analysis)?.exceptions.count == 3)
        #expect(effective.documents[.modusOperandiBulletin] == federation.documents[.modusOperandiBulletin])
        let form = PolicyElement.form(.analysis, .chainStages, claim: "chain_stages")
        #expect(effective.places[form] == PolicyPlace(file: "local.yaml", line: 14))
        #expect(effective.places[.crowd(.partners)] == PolicyPlace(file: "local.yaml", line: 4))
        #expect(effective.places[.crowd(.customs)]?.file == "default.yaml")
        #expect(effective.digestInput == federation.digestInput + local.digestInput)
        #expect(PolicyComparison.widenings(of: effective, over: federation) == [])
        let back = PolicyComparison.widenings(of: federation, over: effective)
        #expect(back.contains(.form(.analysis, .modusOperandi, claim: "mo")) && back.contains(form))
        #expect(back.contains(.crowd(.partners)) && back.contains(.delay) && back.contains(.retention))
    }

    @Test("a directory's local.yaml is applied, and one that is cut or changed anywhere never widens")
    func directory() throws {
        let vocabularies = try Self.vocabularies.get()
        let directory = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        #expect(try PolicySet.load(overrides: directory.path, vocabularies: vocabularies).local == nil)
        let text = Self.head + "crowd: {partners: {referrers: 8}}\ndelay: {minimum_age_days: 30}\n"
        let bytes = Array(text.utf8)
        let file = directory.appending(path: "local.yaml")
        try Data(bytes).write(to: file)
        let loaded = try PolicySet.load(overrides: directory.path, vocabularies: vocabularies)
        #expect(loaded.effective.crowd[.partners]?.referrers == 8)
        #expect(loaded.federation.crowd[.partners]?.referrers == 5)
        var acceptedCount = 0
        for position in bytes.indices {
            for changed in [
                Array(bytes[..<position]), bytes.replacing(at: position, with: 0x30 + UInt8(position % 10)),
            ] {
                do throws(PolicyFileError) {
                    let local = try LocalPolicyFile.parse(
                        changed,
                        file: "x",
                        narrowing: loaded.federation,
                        vocabularies: vocabularies
                    )
                    let effective = loaded.federation.narrowed(by: local)
                    #expect(PolicyComparison.widenings(of: effective, over: loaded.federation) == [])
                    acceptedCount += 1
                } catch {
                    #expect(error.file == "x")
                }
            }
        }
        #expect(acceptedCount > 0, "none was accepted: the comparison was never made")
    }
}

extension [UInt8] {
    fileprivate func replacing(at position: Int, with octet: UInt8) -> [UInt8] {
        var changed = self
        changed[position] = octet
        return changed
    }
}
