// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
package import Policy
package import Redaction
import StrictJSON

/// A draft frozen into exact bytes that passed the gate's checks; nothing else can be submitted.
package struct ReleaseCandidate: Hashable, Sendable {
    package let manifest: ReleaseManifest

    /// Freezes a draft.
    ///
    /// The redactor has checked the crowd and the officer's texts; here the guard scans every claim as it will leave.
    ///
    /// - Parameters:
    ///   - draft: from the redactor.
    ///   - memberName: this member's name in the roster.
    ///   - policyDigest: SHA-256 of the policy file.
    ///   - policy: says which claims an urgent release may carry.
    ///   - audiences: of the sealed tiers.
    ///   - terms: authors of all revisions, earliest day, readers, urgency.
    ///   - outgoing: the guard with the vault's keys.
    /// - Throws: ``ReleaseRefusal/guardBlocked(rules:)``, ``ReleaseRefusal/unfit(_:)``,
    ///   ``ReleaseRefusal/notUrgentClass(_:)``.
    package init(
        of draft: Draft,
        memberName: String,
        policyDigest: [UInt8],
        policy: Policy,
        audiences: [String],
        terms: ReleaseTerms = .none,
        outgoing: some OutgoingGuard
    ) throws(ReleaseRefusal) {
        let bulletin: Bulletin
        do throws(BulletinIssueError) {
            let isConstant = policy.delay.batchSize != nil && !terms.isUrgent
            bulletin = try Bulletin(
                draft: isConstant ? ConstantShape.closed(draft.bulletin) : draft.bulletin,
                memberName: memberName,
                policyDigest: policyDigest,
                digestsMin: isConstant ? BulletinLimits.constantDigests : 0
            )
            if isConstant { try ConstantShape.check(bulletin) }
            if let tier = bulletin.tiers.first(where: { $0.disclosures.contains { $0.name == ClaimName.cover } }) {
                throw .claimNameNotAllowed(tier: tier.tier, index: 0)
            }
        } catch {
            throw .unfit(error)
        }
        if terms.isUrgent, let obstacle = UrgentClass.obstacle(in: bulletin, policy: policy) {
            throw .notUrgentClass(obstacle)
        }
        try Self.scan(bulletin, outgoing)
        let crowd = draft.report.crowd.map { CrowdStatement($0) }
        // The redactor holds such a draft itself; the gate does not rely on it.
        if let open = crowd.first(where: { !$0.isMet }) { throw .guardBlocked(rules: ["crowd.\(open.level.rawValue)"]) }
        self.manifest = ReleaseManifest(bulletin: bulletin, audiences: audiences, terms: terms, crowd: crowd)
    }

    /// Scans the plain claims as each tier's readers see them, the lower tiers included.
    ///
    /// A value split over two claims is whole there; each text is scanned by itself too, without JSON's escapes.
    package static func scan(_ bulletin: Bulletin, _ outgoing: some OutgoingGuard) throws(ReleaseRefusal) {
        try outgoing.check(Array(bulletin.issuer.utf8))
        var claims = JSONObject()
        for tier in bulletin.tiers {
            for disclosure in tier.disclosures {
                claims.set(disclosure.name, disclosure.value)
                for text in Self.texts(of: disclosure.value) { try outgoing.check(Array(text.utf8)) }
            }
            try outgoing.check(JSONWriter.write(.object(claims)))
        }
    }

    private static func texts(of value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(Self.texts(of:))
        case .object(let object): object.members.flatMap { [$0.name] + Self.texts(of: $0.value) }
        case .number, .null, .bool: []
        }
    }
}
