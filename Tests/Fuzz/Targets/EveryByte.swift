// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Policy
import StrictJSON

/// Changes every byte of seeded bulletins, one after the other: each must be refused.
package enum EveryByte {
    package struct Tally: Sendable {
        package var tried = 0
        /// Bulletin, place and byte of each change that was accepted: there must be none.
        package var accepted: [String] = []
    }

    /// Changes bytes of some bulletins.
    ///
    /// - Parameters:
    ///   - bulletins: numbers of the seeded bulletins.
    ///   - oneIn: 1 changes every byte, n a seeded nth of them; of the parts a tenth of that.
    /// - Returns: how many changes were tried, and those that passed.
    /// - Throws: what kept an unchanged bulletin from being made or read.
    package static func run(_ bulletins: Range<Int>, oneIn: Int) throws -> Tally {
        var tally = Tally()
        for number in bulletins { try change(number, oneIn: oneIn, &tally) }
        return tally
    }

    private static let key = BulletinFuzz.signingKey
    private static let readers = BulletinFuzz.openingKeys

    private static func change(_ number: Int, oneIn: Int, _ tally: inout Tally) throws {
        var generator = FuzzGenerator(seed: UInt64(number))
        let package = try make(using: &generator)
        let parts = package.parts.map(\.bytes)
        let opened = try BulletinReader.open(
            core: package.core,
            parts: parts,
            issuerKey: key.publicKey,
            openingKeys: readers
        )
        for position in package.core.indices where oneIn == 1 || Int.random(in: 0..<oneIn, using: &generator) == 0 {
            var core = package.core
            core[position] ^= UInt8.random(in: 1...255, using: &generator)
            tally.note("bulletin \(number), core, byte \(position)") {
                try BulletinCore.verify(core, key: key.publicKey)
            }
        }
        let oneInPart = oneIn == 1 ? 1 : oneIn * 10
        for (index, part) in parts.enumerated() {
            for position in part.indices where oneInPart == 1 || Int.random(in: 0..<oneInPart, using: &generator) == 0 {
                var changed = parts
                changed[index][position] ^= UInt8.random(in: 1...255, using: &generator)
                tally.note("bulletin \(number), part \(index), byte \(position)") {
                    try BulletinReader.open(core: package.core, parts: changed, issuerKey: key.publicKey)
                }
            }
            // A part that is not there is no forgery, but it is told.
            var missing: [[UInt8]?] = parts
            missing[index] = nil
            let without = try BulletinReader.open(core: package.core, parts: missing, issuerKey: key.publicKey)
            if without.tiersMissing != [package.parts[index].tier] {
                tally.accepted.append("bulletin \(number), silent gap")
            }
        }
        try trailingBits(package.core, opened.disclosures, number, &tally)
    }

    /// Base64url whose unused bits are not zero decodes to the same bytes, and is refused all the same.
    private static func trailingBits(
        _ core: [UInt8],
        _ disclosures: [String],
        _ number: Int,
        _ tally: inout Tally
    ) throws {
        let segments = String(decoding: core, as: UTF8.self).split(separator: ".").map(String.init)
        for (index, segment) in segments.enumerated() {
            guard let changed = withTrailingBit(segment) else { continue }
            var other = segments
            other[index] = changed
            tally.note("bulletin \(number), trailing bits of segment \(index)") {
                try BulletinCore.verify(Array(other.joined(separator: ".").utf8), key: key.publicKey)
            }
        }
        for (index, disclosure) in disclosures.enumerated() {
            guard let changed = withTrailingBit(disclosure) else { continue }
            var other = disclosures
            other[index] = changed
            tally.note("bulletin \(number), trailing bits of disclosure \(index)") {
                try SDJWTVerifier.verify(
                    compact: SDJWTIssuer.compact(core: core, disclosures: other),
                    key: key.publicKey
                )
            }
        }
        // Signed by the issuer itself: a digest in a second form.
        var payload = try JSONParser.parse(try Base64URL.decode(segments[1])).objectValue ?? [:]
        guard var digests = payload["_sd"]?.arrayValue, let first = digests.first?.stringValue,
            let changed = withTrailingBit(first)
        else { return }
        digests[0] = .string(changed)
        payload.set("_sd", .array(digests))
        let signed = SDJWTIssuer.sign(payload, key: key)
        tally.note("bulletin \(number), trailing bits of a digest") {
            try BulletinCore.verify(signed, key: key.publicKey)
        }
    }

    private static func withTrailingBit(_ text: String) -> String? {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        guard text.count % 4 >= 2, let last = text.last, let value = alphabet.firstIndex(of: last) else { return nil }
        return text.dropLast() + String(alphabet[value ^ 1])
    }

    /// A bulletin of random type, claims, tiers and text lengths.
    private static func make(using generator: inout FuzzGenerator) throws -> BulletinPackage {
        let tiers = Array(Tier.allCases.prefix(Int.random(in: 1...3, using: &generator)))
        var claims: [DraftClaim] = []
        for index in 0..<Int.random(in: 0...40, using: &generator) {
            let length = Int.random(in: 0...60, using: &generator)
            let text = String((0..<length).compactMap { _ in "abc é\"\\\n日".randomElement(using: &generator) })
            let tier = tiers.randomElement(using: &generator) ?? .everyone
            claims.append(DraftClaim(name: "claim_\(index)", value: .string(text), tier: tier))
        }
        let bulletin = try Bulletin(
            draft: BulletinDraft(
                type: DocumentType.allCases.randomElement(using: &generator) ?? .analysis,
                claims: claims,
                tiers: tiers
            ),
            memberName: "customs-nl",
            policyDigest: Hashing.sha256([1])
        )
        let recipients = tiers.filter(\.isSealed).map { TierRecipients(tier: $0, keys: readers.map(\.publicKey)) }
        return try BulletinSealer.seal(
            bulletin,
            month: CalendarMonth(containing: Int.random(in: 0..<30_000, using: &generator)),
            recipients: recipients,
            key: key
        ).package
    }
}

extension EveryByte.Tally {
    /// Runs a check of something changed, which must be refused.
    fileprivate mutating func note<Value>(_ place: String, _ check: () throws -> Value) {
        self.tried += 1
        do {
            _ = try check()
            self.accepted.append(place)
        } catch { return }
    }
}
