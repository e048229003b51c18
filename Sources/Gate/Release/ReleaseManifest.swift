// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
import Cryptography
import Policy
import WireFormat

/// What two people approve: the exact content of a bulletin, who may read it, and under which policy it was made.
///
/// Sealing happens at departure with the keys of that day, and the month is the departure's; everything else of the
/// signed document is fixed here, salts and padding included. Deterministic CBOR, so that the digest is over bytes.
package struct ReleaseManifest: Hashable, Sendable {
    /// Issuer, type, id, policy digest, salted disclosures per tier, padded digests.
    package let bulletin: Bulletin
    /// Audiences that may open the sealed tiers, ascending.
    package let audiences: [String]
    /// Authors, earliest day, readers, urgency.
    package let terms: ReleaseTerms
    /// The crowd of each level, widest first.
    package let crowd: [CrowdStatement]

    package init(
        bulletin: Bulletin,
        audiences: [String],
        terms: ReleaseTerms = .none,
        crowd: [CrowdStatement] = []
    ) {
        self.bulletin = bulletin
        self.audiences = audiences.sorted()
        self.terms = terms
        self.crowd = crowd
    }

    /// SHA-256 of the encoded manifest, 32 bytes.
    package var digest: [UInt8] { Hashing.sha256(self.encoded()) }

    /// The bytes that the digest is over.
    package func encoded() -> [UInt8] {
        var pairs: [(UInt64, CBORValue)] = [
            (1, .text(self.bulletin.issuer)),
            (2, .text(self.bulletin.type.rawValue)),
            (3, .text(self.bulletin.identifier.text)),
            (4, .bytes(self.bulletin.policyDigest)),
            (5, .array(self.bulletin.tiers.map(Self.cbor))),
            (6, .array(self.bulletin.digests.map { .text($0) })),
            (7, .array(self.audiences.map { .text($0) })),
        ]
        if let supersedes = self.bulletin.supersedes { pairs.append((8, .text(supersedes.text))) }
        if !self.terms.authors.isEmpty { pairs.append((9, .array(self.terms.authors.map { .text($0) }))) }
        if let day = self.terms.earliestDay { pairs.append((10, .unsigned(UInt64(max(0, day))))) }
        if !self.terms.readers.isEmpty { pairs.append((11, .array(self.terms.readers.map(Self.cbor)))) }
        if !self.crowd.isEmpty { pairs.append((12, .array(self.crowd.map(Self.cbor)))) }
        if self.terms.isUrgent { pairs.append((13, .unsigned(1))) }
        return CBOREncoder.encode(.integerMap(pairs))
    }

    /// Reads a manifest that this desk stored.
    ///
    /// - Throws: ``ReleaseRefusal/storedManifestDamaged`` for anything that ``encoded()`` did not write.
    package static func decode(_ bytes: [UInt8]) throws(ReleaseRefusal) -> ReleaseManifest {
        do {
            let limits = CBORLimits(byteLimit: 1024 * 1024, depthLimit: 8, itemLimit: 32_768)
            var reader = try CBORMapReader(try CBORDecoder.decode(bytes, limits: limits))
            let issuer = try reader.requiredText(1, limit: 128)
            guard let type = DocumentType(rawValue: try reader.requiredText(2, limit: 64)),
                let identifier = BulletinIdentifier(text: try reader.requiredText(3, limit: 64))
            else { throw ReleaseRefusal.storedManifestDamaged }
            let policyDigest = try reader.requiredBytes(4, count: 32)
            let tiers = try reader.requiredArray(5, limit: 8).map(Self.tier)
            let digests = try reader.requiredArray(6, limit: 256).map(Self.text)
            let audiences = try reader.requiredArray(7, limit: 16).map(Self.text)
            let supersedes = try reader.optionalText(8, limit: 64).flatMap(BulletinIdentifier.init(text:))
            let authors = try reader.optionalArray(9, limit: 256)?.map(Self.text) ?? []
            let earliestDay = try reader.optionalUnsigned(10).map { Int(clamping: $0) }
            let readers = try reader.optionalArray(11, limit: 2)?.map(Self.readers) ?? []
            let crowd = try reader.optionalArray(12, limit: 3)?.map(Self.crowd) ?? []
            let isUrgent = try reader.optionalUnsigned(13) == 1
            try reader.finish()
            let bulletin = try Bulletin(
                issuer: issuer,
                type: type,
                identifier: identifier,
                policyDigest: policyDigest,
                supersedes: supersedes,
                tiers: tiers,
                digests: digests
            )
            let manifest = ReleaseManifest(
                bulletin: bulletin,
                audiences: audiences,
                terms: ReleaseTerms(
                    authors: authors,
                    earliestDay: earliestDay,
                    readers: readers,
                    isUrgent: isUrgent
                ),
                crowd: crowd
            )
            // One way of writing: whatever was left out or sorted anew here would have another digest.
            guard manifest.encoded() == bytes else { throw ReleaseRefusal.storedManifestDamaged }
            return manifest
        } catch {
            throw .storedManifestDamaged
        }
    }
}
