// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Policy
import Redaction
import Release
import StrictJSON
import Testing

@Suite("Release manifests and candidates")
struct ReleaseManifestTests {
    private static let terms = ReleaseTerms(
        authors: ["ben", "ana", "ben"],
        earliestDay: 20_900,
        readers: [
            .init(tier: .customs, members: [Fixture.nodeKey.publicKey]),
            .init(tier: .partners, members: [Fixture.second.publicKey, Fixture.nodeKey.publicKey]),
        ]
    )

    @Test("a manifest reads back as itself, with the same digest", arguments: [ReleaseTerms.none, terms])
    func roundTrip(_ terms: ReleaseTerms) throws {
        let manifest = try Fixture.candidate(terms: terms).manifest
        let read = try ReleaseManifest.decode(manifest.encoded())
        #expect(read == manifest)
        #expect(read.digest == manifest.digest)
        #expect(read.digest == Hashing.sha256(manifest.encoded()))
    }

    @Test("any changed byte is refused or has another digest")
    func everyByte() throws {
        let manifest = try Fixture.candidate(terms: Self.terms).manifest
        let bytes = manifest.encoded()
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1 << UInt8(position % 8)
            do {
                #expect(try ReleaseManifest.decode(changed).digest != manifest.digest)
            } catch {
                #expect(error == .storedManifestDamaged)
            }
        }
    }

    @Test("truncated and random bytes are refused", arguments: 0..<10)
    func hostileBytes(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes = try Fixture.candidate().manifest.encoded()
        for _ in 0..<30 {
            let cut = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator)))
            #expect(throws: ReleaseRefusal.storedManifestDamaged) { try ReleaseManifest.decode(cut) }
            let noise = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(throws: ReleaseRefusal.storedManifestDamaged) { try ReleaseManifest.decode(noise) }
            #expect(throws: ReleaseRefusal.storedManifestDamaged) { try ReleaseMachine.decode(noise) }
        }
    }

    @Test("each part of what is approved changes the digest")
    func digestCoversAll() throws {
        let manifest = try Fixture.candidate(terms: Self.terms).manifest
        let bulletin = manifest.bulletin
        let others = [
            ReleaseManifest(bulletin: bulletin, audiences: ["customs"], terms: manifest.terms, crowd: manifest.crowd),
            ReleaseManifest(bulletin: bulletin, audiences: manifest.audiences, crowd: manifest.crowd),
            ReleaseManifest(bulletin: bulletin, audiences: manifest.audiences, terms: manifest.terms),
            ReleaseManifest(
                bulletin: bulletin,
                audiences: manifest.audiences,
                terms: ReleaseTerms(authors: ["ana", "ben"], earliestDay: 20_899, readers: manifest.terms.readers),
                crowd: manifest.crowd
            ),
            try Fixture.candidate(terms: Self.terms).manifest,
        ]
        for other in others { #expect(other.digest != manifest.digest) }
    }

    @Test("text that the guard knows cannot become a candidate")
    func guardBlocks() {
        #expect(throws: ReleaseRefusal.guardBlocked(rules: ["vault.person-name"])) {
            try Fixture.candidate(Fixture.draft(text: "as Marisol said"))
        }
    }

    @Test("a value that is split over two tiers is seen whole by their reader's scan")
    func splitValue() {
        struct JoinGuard: OutgoingGuard {
            func brokenRules(in bytes: [UInt8]) -> [String] {
                let text = String(decoding: bytes, as: UTF8.self)
                return text.contains("rip-on-rip-off") && text.contains("NLRTM") ? ["joined"] : []
            }
        }
        #expect(throws: ReleaseRefusal.guardBlocked(rules: ["joined"])) {
            try Fixture.candidate(outgoing: JoinGuard())
        }
    }

    @Test("a draft whose crowd is too small cannot become a candidate")
    func crowdTooSmall() {
        #expect(throws: ReleaseRefusal.guardBlocked(rules: ["crowd.public"])) {
            try Fixture.candidate(Fixture.draft(crowd: 4))
        }
    }
}
