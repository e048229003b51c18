// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
import Cryptography
package import Policy
package import Redaction

/// A document with all verdicts closed, ready for two people to look at.
///
/// Not constructible with an open verdict: the guard found nothing, the crowd suffices at every level, the timing class
/// fits the content, every sealed tier has an audience.
package struct ReleaseCandidate: Hashable, Sendable {
    package let manifest: ReleaseManifest

    fileprivate init(manifest: ReleaseManifest) { self.manifest = manifest }

    /// What the desk knows about a release besides the draft.
    package struct Circumstances: Sendable {
        /// The issuer's name in the roster.
        package var memberName: String
        /// Day on which the referral was received, days since 1970-01-01 UTC.
        package var referralDay: Int
        package var urgency: ReleaseTiming.Urgency
        /// Accounts of everybody who touched any revision.
        package var authors: [String]
        /// Counted from 1.
        package var revision: Int

        package init(
            memberName: String,
            referralDay: Int,
            urgency: ReleaseTiming.Urgency = .routine,
            authors: [String],
            revision: Int
        ) {
            self.memberName = memberName
            self.referralDay = referralDay
            self.urgency = urgency
            self.authors = authors
            self.revision = revision
        }
    }

    /// Salts a draft and closes its verdicts.
    ///
    /// - Parameters:
    ///   - draft: from the redactor.
    ///   - circumstances: issuer, referral day, urgency, authors, revision.
    ///   - policy: the one that the draft was made under.
    ///   - audiences: who reads the sealed tiers today.
    ///   - scanner: the guard.
    /// - Returns: the candidate.
    /// - Throws: the verdict that is open.
    package static func propose(
        _ draft: Draft,
        circumstances: Circumstances,
        policy: Policy,
        audiences: some AudienceKeys,
        scanner: some ReleaseScanner
    ) throws(ReleaseRefusal) -> ReleaseCandidate {
        if circumstances.urgency == .urgent { try UrgencyRule.check(draft.bulletin, policy: policy) }
        let bulletin: Bulletin
        do {
            bulletin = try Bulletin(
                draft: draft.bulletin,
                memberName: circumstances.memberName,
                policyDigest: Hashing.sha256(policy.digestInput)
            )
        } catch { throw .unfit(error) }
        let manifest = ReleaseManifest(
            bulletin: bulletin,
            audiences: draft.bulletin.tiers.filter(\.isSealed).map { tier in
                ReleaseAudience(tier: tier, members: audiences.members(of: tier))
            },
            crowd: draft.report.crowd.map { CrowdStatement($0) },
            timing: ReleaseTiming(
                urgency: circumstances.urgency,
                referralDay: circumstances.referralDay,
                law: policy.delay
            ),
            authors: Array(Set(circumstances.authors)).sorted(),
            revision: circumstances.revision
        )
        try manifest.checkVerdicts()
        let findings = ReleaseContentScan.findings(in: bulletin, scanner: scanner)
        guard findings.isEmpty else { throw .guardFindings(rules: findings) }
        return ReleaseCandidate(manifest: manifest)
    }

    /// Takes up a stored candidate again; the guard runs once more at departure.
    ///
    /// - Parameter bytes: encoded manifest.
    /// - Returns: the candidate.
    /// - Throws: `recordMalformed`, or the verdict that is open.
    package static func restore(_ bytes: [UInt8]) throws(ReleaseRefusal) -> ReleaseCandidate {
        ReleaseCandidate(manifest: try ReleaseManifest.decode(bytes))
    }
}
