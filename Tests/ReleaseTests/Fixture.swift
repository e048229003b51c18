// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Policy
import Release
import StrictJSON

@testable import Redaction

/// A guard that finds one word, and nothing else.
struct WordGuard: OutgoingGuard {
    var word = "Marisol"

    func brokenRules(in bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).contains(word) ? ["vault.person-name"] : []
    }
}

/// What several suites share: officers, a node, a policy and a frozen release.
enum Fixture {
    static let nodeKey = SigningKey()
    static let author = SigningKey()
    static let second = SigningKey()
    static let partners = AgreementKey()
    static let customs = AgreementKey()
    static let recipients = ["partners": partners.publicKey, "customs": customs.publicKey]
    static let today = CalendarMonth(containing: 20_800).next.firstDay

    static func policy(
        text: String = "policy 1",
        portLevel: ConfidentialityLevel = .customs,
        isDropped: Bool = false,
        threshold: Int = 5,
        batchSize: Int? = nil
    ) -> Policy {
        let conditions = isDropped ? [FieldCondition(when: .always, drops: nil)] : []
        let enough = CrowdThreshold(referrers: threshold, incidents: 1, sourceKinds: 1)
        return Policy(
            id: "test",
            version: "1",
            digestInput: Array(text.utf8),
            documents: [
                .analysis: [
                    FieldRule(
                        field: .modusOperandi,
                        forms: [FieldForm(claim: "mo", level: .partners, generalisation: .exact)],
                        reason: "law-enforcement",
                        conditions: conditions
                    ),
                    FieldRule(
                        field: .port,
                        forms: [
                            FieldForm(claim: "port", level: portLevel, generalisation: .exact),
                            FieldForm(claim: "wco_region", level: .everyone, generalisation: .region),
                        ],
                        reason: "protects-reporter"
                    ),
                ],
                .modusOperandiBulletin: Self.methodRules,
            ],
            crowd: [.everyone: enough, .partners: enough, .customs: enough],
            delay: DelayLaw(minimumAgeDays: 21, batchSpread: 3, urgentMinimumAgeDays: 1, batchSize: batchSize),
            advice: [],
            textLimits: [:]
        )
    }

    /// Rules of a careless policy: an urgent draft keeps its place and its date.
    static let methodRules = [
        FieldRule(
            field: .modusOperandi,
            forms: [FieldForm(claim: "mo", level: .partners, generalisation: .exact)],
            reason: "method-security"
        ),
        FieldRule(
            field: .port,
            forms: [
                FieldForm(claim: "country", level: .customs, generalisation: .country),
                FieldForm(claim: "wco_region", level: .partners, generalisation: .region),
            ],
            reason: "protects-reporter"
        ),
        FieldRule(
            field: .firstSeen,
            forms: [FieldForm(claim: "first_seen", level: .partners, generalisation: .quarter)],
            reason: "protects-reporter"
        ),
        FieldRule(
            field: .vesselName,
            forms: [FieldForm(claim: "vessel_name", level: .customs, generalisation: .exact)],
            reason: "protects-reporter"
        ),
    ]

    static func digest(of policy: Policy) -> [UInt8] { Hashing.sha256(policy.digestInput) }

    static func draft(
        text: String = "rip-on-rip-off",
        crowd: Int = 7,
        type: DocumentType = .analysis,
        claims: [DraftClaim]? = nil,
        supersedes: BulletinIdentifier? = nil
    ) -> Draft {
        let statement = CrowdVerdict(
            level: .everyone,
            place: .region,
            period: .year,
            found: Crowd(referrers: crowd, incidents: 3, sourceKinds: 2),
            needed: CrowdThreshold(referrers: 5, incidents: 1, sourceKinds: 1)
        )
        return Draft(
            bulletin: BulletinDraft(
                type: type,
                claims: claims ?? [
                    DraftClaim(name: "wco_region", value: "eur", tier: .everyone),
                    DraftClaim(name: Redactor.reportClaim, value: .object([:]), tier: .everyone),
                    DraftClaim(name: "mo", value: .array([.string(text)]), tier: .partners),
                    DraftClaim(name: "port", value: "NLRTM", tier: .customs),
                ],
                supersedes: supersedes
            ),
            report: RedactionReport(lines: [], crowd: [statement])
        )
    }

    static func candidate(
        _ draft: Draft = draft(),
        terms: ReleaseTerms = .none,
        policy: Policy = policy(),
        outgoing: some OutgoingGuard = WordGuard()
    ) throws(ReleaseRefusal) -> ReleaseCandidate {
        try ReleaseCandidate(
            of: draft,
            memberName: "customs-nl",
            policyDigest: digest(of: policy),
            policy: policy,
            audiences: ["partners", "customs"],
            terms: terms,
            outgoing: outgoing
        )
    }

    static func drawn(_ digest: [UInt8], day: Int = today) -> DrawnDay { DrawnDay(day: day, for: digest, by: nodeKey) }

    /// Keys of the officers of this desk, as the desk's own store gives them.
    static let officers = ["ana": author.publicKey, "ben": second.publicKey]

    static func departure(
        of machine: ReleaseMachine,
        manifest: ReleaseManifest,
        today: Int = today,
        policy: Policy = policy(),
        officers: [String: SigningPublicKey] = officers,
        deskKey: SigningPublicKey = nodeKey.publicKey
    ) throws -> Departure {
        try Departure(
            of: machine,
            manifest: manifest,
            today: today,
            policy: policy,
            officers: officers,
            deskKey: deskKey
        )
    }

    static func submitted(_ candidate: ReleaseCandidate) throws(ReleaseRefusal) -> ReleaseMachine {
        try ReleaseMachine.submit(
            candidate,
            author: "ana",
            officer: "ana",
            decision: Decision(.approve, on: candidate.manifest.digest, by: author)
        )
    }

    /// Approved for a distant day, then hurried by both officers.
    static func hurried(_ candidate: ReleaseCandidate, day: Int) throws(ReleaseRefusal) -> ReleaseMachine {
        let digest = candidate.manifest.digest
        var machine = try approved(candidate, day: day + 90)
        for (officer, key) in [("ana", author), ("ben", second)] {
            try machine.hurry(
                EarlyWord(
                    officer: officer,
                    decision: Decision(.departEarly, on: digest, by: key),
                    reason: .methodInUse
                ),
                departure: DrawnDay(day: day, isEarly: true, for: digest, by: nodeKey)
            )
        }
        return machine
    }

    static func approved(_ candidate: ReleaseCandidate, day: Int = today) throws(ReleaseRefusal) -> ReleaseMachine {
        var machine = try submitted(candidate)
        try machine.approve(
            officer: "ben",
            decision: Decision(.approve, on: candidate.manifest.digest, by: second),
            departure: DrawnDay(day: day, for: candidate.manifest.digest, by: nodeKey)
        )
        return machine
    }
}

/// A seeded generator (SplitMix64), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
