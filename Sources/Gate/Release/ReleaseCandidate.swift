// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
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
    ///   - audiences: of the sealed tiers.
    ///   - outgoing: the guard with the vault's keys.
    /// - Throws: ``ReleaseRefusal/guardBlocked(rules:)``, ``ReleaseRefusal/unfit(_:)``.
    package init(
        of draft: Draft,
        memberName: String,
        policyDigest: [UInt8],
        audiences: [String],
        outgoing: some OutgoingGuard
    ) throws(ReleaseRefusal) {
        let bulletin: Bulletin
        do {
            bulletin = try Bulletin(draft: draft.bulletin, memberName: memberName, policyDigest: policyDigest)
        } catch {
            throw .unfit(error)
        }
        try Self.scan(bulletin, outgoing)
        self.manifest = ReleaseManifest(bulletin: bulletin, audiences: audiences)
    }

    /// Scans the plain claims of all tiers together: a value split over two claims is whole there.
    static func scan(_ bulletin: Bulletin, _ outgoing: some OutgoingGuard) throws(ReleaseRefusal) {
        for tier in bulletin.tiers {
            var claims = JSONObject()
            for disclosure in tier.disclosures { claims.set(disclosure.name, disclosure.value) }
            try outgoing.check(JSONWriter.write(.object(claims)))
        }
    }
}
