// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
import Cryptography

/// Exactly what two people approve: every byte that will leave but month, sealing and signatures, and for whom.
///
/// The digest is the SHA-256 of ``encoded``, a JSON text with one way of writing. Crowd, timing, audience and authors
/// are part of it, so that none of them can change after the first signature.
package struct ReleaseManifest: Hashable, Sendable {
    /// Identifiers, salted disclosures per tier, digests, policy.
    package let bulletin: Bulletin
    /// One for each sealed tier, ascending.
    package let audiences: [ReleaseAudience]
    package let crowd: [CrowdStatement]
    package let timing: ReleaseTiming
    /// Accounts of everybody who touched this or an earlier revision, ascending.
    package let authors: [String]
    /// Counted from 1.
    package let revision: Int

    init(
        bulletin: Bulletin,
        audiences: [ReleaseAudience],
        crowd: [CrowdStatement],
        timing: ReleaseTiming,
        authors: [String],
        revision: Int
    ) {
        self.bulletin = bulletin
        self.audiences = audiences
        self.crowd = crowd
        self.timing = timing
        self.authors = authors
        self.revision = revision
    }

    /// SHA-256 of ``encoded``, 32 bytes: what officers sign.
    package var digest: [UInt8] { Hashing.sha256(encoded) }

    /// The digest in lowercase hexadecimal, as people compare it.
    package var digestText: String { Hex.encode(digest) }
}

extension ReleaseManifest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    // Claims of sealed tiers must not reach a log by way of string interpolation.
    package var description: String { "release manifest \(digestText)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["digest": digestText]) }
}
