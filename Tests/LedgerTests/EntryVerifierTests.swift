// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Ledger
import Testing
import WireFormat

@Suite("Entry verifier")
struct EntryVerifierTests {
    @Test("an entry that its origin signed is accepted from its bytes alone")
    func accepts() throws {
        let signer = try Fixture.signer()
        let entry = try Fixture.log([Fixture.note("one")], signer: signer)[0]
        let unverified = UnverifiedEntry(
            headerBytes: entry.header.bytes,
            signature: entry.header.signature,
            body: entry.body
        )
        let verified = try EntryVerifier.verify(
            unverified,
            network: try Fixture.network(),
            directory: Fixture.directory(signer.origin)
        )
        #expect(verified == entry)
        #expect(verified.isComplete)
    }

    @Test("every byte of header and signature, changed, is refused")
    func everyByteCounts() throws {
        let signer = try Fixture.signer()
        let entry = try Fixture.log([Fixture.note("one"), Fixture.note("two")], signer: signer)[1]
        let directory = Fixture.directory(signer.origin)
        let network = try Fixture.network()
        for offset in entry.header.bytes.indices {
            var bytes = entry.header.bytes
            bytes[offset] ^= 0x01
            #expect(throws: EntryRejection.self) {
                try EntryVerifier.verify(
                    headerBytes: bytes,
                    signature: entry.header.signature,
                    network: network,
                    directory: directory
                )
            }
        }
        for offset in entry.header.signature.indices {
            var signature = entry.header.signature
            signature[offset] ^= 0x80
            #expect(throws: EntryRejection.badSignature) {
                try EntryVerifier.verify(
                    headerBytes: entry.header.bytes,
                    signature: signature,
                    network: network,
                    directory: directory
                )
            }
        }
    }

    @Test("another network, an unknown origin, another log epoch and a short signature are told apart")
    func refusals() throws {
        let signer = try Fixture.signer(logEpoch: 2)
        let header = try Fixture.log([Fixture.note("one")], signer: signer)[0].header
        let network = try Fixture.network()
        let origin = signer.origin
        func verify(_ network: NetworkID, _ directory: FixedDirectory, _ signature: [UInt8]) throws {
            _ = try EntryVerifier.verify(
                headerBytes: header.bytes,
                signature: signature,
                network: network,
                directory: directory
            )
        }
        let good = Fixture.directory(origin, logEpoch: 2)
        #expect(throws: EntryRejection.otherNetwork(network)) {
            try verify(try Fixture.network(1), good, header.signature)
        }
        #expect(throws: EntryRejection.unknownOrigin(origin)) {
            try verify(network, FixedDirectory(standings: [:]), header.signature)
        }
        #expect(throws: EntryRejection.formerLogEpoch(claimed: 2, current: 3)) {
            try verify(network, Fixture.directory(origin, logEpoch: 3), header.signature)
        }
        #expect(throws: EntryRejection.futureLogEpoch(claimed: 2, current: 1)) {
            try verify(network, Fixture.directory(origin, logEpoch: 1), header.signature)
        }
        #expect(throws: EntryRejection.badSignature) { try verify(network, good, []) }
        #expect(throws: EntryRejection.badSignature) { try verify(network, good, header.signature + [0]) }
        try verify(network, good, header.signature)
    }

    @Test("a closed log takes what stands before its closure, that very last entry, and nothing else")
    func closure() throws {
        let signer = try Fixture.signer()
        let entries = try Fixture.log((1...3).map { Fixture.note("\($0)") }, signer: signer)
        let network = try Fixture.network()
        let closure = LogClosure(sequence: 2, id: entries[1].id)
        let directory = Fixture.directory(signer.origin, closedAt: closure)
        func verify(_ entry: VerifiedEntry, _ directory: FixedDirectory) throws {
            _ = try EntryVerifier.verify(
                headerBytes: entry.header.bytes,
                signature: entry.header.signature,
                network: network,
                directory: directory
            )
        }
        try verify(entries[0], directory)
        try verify(entries[1], directory)
        #expect(throws: EntryRejection.logClosed(sequence: 3, closure: closure)) { try verify(entries[2], directory) }
        let twin = try signer.sign(signer.intent(for: Fixture.note("twin"), after: entries[0].header.asHead))
        #expect(throws: EntryRejection.logClosed(sequence: 2, closure: closure)) { try verify(twin, directory) }
        #expect(throws: EntryRejection.logClosed(sequence: 1, closure: .beforeFirst)) {
            try verify(entries[0], Fixture.directory(signer.origin, closedAt: .beforeFirst))
        }
    }

    @Test("core and parts must have the header's count, sizes and hashes; a missing part is no lie")
    func bodies() throws {
        let signer = try Fixture.signer()
        let draft = EntryDraft(
            kind: .cover,
            day: 1,
            core: [1, 2, 3],
            parts: [EntryDraft.Part(ordinal: 2, bytes: [6]), EntryDraft.Part(ordinal: 1, bytes: [4, 5])]
        )
        let entry = try Fixture.log([draft], signer: signer)[0]
        let header = entry.header
        #expect(header.header.parts.map(\.ordinal) == [1, 2])
        func check(_ core: [UInt8], _ parts: [[UInt8]?]) throws(EntryRejection) -> VerifiedEntry {
            try EntryVerifier.verify(body: EntryBody(core: core, parts: parts), of: header)
        }
        let partial = try check([1, 2, 3], [nil, [6]])
        #expect(partial.isComplete == false)
        #expect(throws: EntryRejection.coreSizeDiffers(expected: 3, found: 2)) { try check([1, 2], [[4, 5], [6]]) }
        #expect(throws: EntryRejection.coreHashDiffers) { try check([1, 2, 4], [[4, 5], [6]]) }
        #expect(throws: EntryRejection.partCountDiffers(expected: 2, found: 1)) { try check([1, 2, 3], [[4, 5]]) }
        #expect(throws: EntryRejection.partSizeDiffers(ordinal: 1, expected: 2, found: 1)) {
            try check([1, 2, 3], [[4], [6]])
        }
        #expect(throws: EntryRejection.partHashDiffers(ordinal: 2)) { try check([1, 2, 3], [[4, 5], [7]]) }
    }

    @Test("the tiers that a bulletin signs are the parts that its header names")
    func bulletinTiers() throws {
        let key = try Fixture.key(1)
        let signer = try Fixture.signer()
        let draft = try Fixture.bulletinDraft(key: key)
        let entry = try Fixture.log([draft], signer: signer)[0]
        #expect(entry.isComplete)

        var swapped = draft
        swapped.parts[1].bytes[100] ^= 1
        #expect(throws: EntrySigningError.wouldBeRefused(.tiersDiffer)) { try signer.intent(for: swapped, after: nil) }
        var less = draft
        less.parts.removeLast()
        #expect(throws: EntrySigningError.wouldBeRefused(.tiersDiffer)) { try signer.intent(for: less, after: nil) }
        var other = draft
        other.parts[1].ordinal = 2
        #expect(throws: EntrySigningError.wouldBeRefused(.tiersDiffer)) { try signer.intent(for: other, after: nil) }
        var foreign = try Fixture.bulletinDraft(key: try Fixture.key(2))
        foreign.kind = .publish
        #expect(throws: EntrySigningError.wouldBeRefused(.malformedBulletin(.signedPart(.signatureInvalid)))) {
            try signer.intent(for: foreign, after: nil)
        }
    }

    @Test("rosters of different age are not a peer's fault; a broken signature is")
    func faults() throws {
        let origin = try Fixture.key(1).publicKey
        #expect(EntryRejection.badSignature.isFault)
        #expect(EntryRejection.malformedHeader(.sequenceIsZero).isFault)
        #expect(!EntryRejection.unknownOrigin(origin).isFault)
        #expect(!EntryRejection.futureLogEpoch(claimed: 2, current: 1).isFault)
        #expect(!EntryRejection.formerLogEpoch(claimed: 1, current: 2).isFault)
    }
}
