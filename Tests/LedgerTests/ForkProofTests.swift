// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@Suite("Fork proof")
struct ForkProofTests {
    static func unverified(_ entry: VerifiedEntry) -> UnverifiedEntry {
        UnverifiedEntry(headerBytes: entry.header.bytes, signature: entry.header.signature)
    }

    @Test("two entries for one place prove a fork, in either order the same")
    func proof() throws {
        let (log, twin) = try ChainRuleTests.logs()
        let origin = log[0].header.header.origin
        let network = try Fixture.network()
        let directory = Fixture.directory(origin)
        let one = try ForkProof.verify(
            Self.unverified(log[2]),
            Self.unverified(twin),
            network: network,
            directory: directory
        )
        let other = try ForkProof.verify(
            Self.unverified(twin),
            Self.unverified(log[2]),
            network: network,
            directory: directory
        )
        #expect(one == other)
        #expect(one.first.id < one.second.id)
        #expect(one.commonPrefix == 2)
        #expect(one.origin == origin)
    }

    @Test("the same entry twice, two places, and a forged header prove nothing")
    func noProof() throws {
        let (log, twin) = try ChainRuleTests.logs()
        let network = try Fixture.network()
        let directory = Fixture.directory(log[0].header.header.origin)
        func verify(_ one: UnverifiedEntry, _ other: UnverifiedEntry) throws(ForkProofRejection) {
            _ = try ForkProof.verify(one, other, network: network, directory: directory)
        }
        #expect(throws: ForkProofRejection.sameEntry) {
            try verify(Self.unverified(twin), Self.unverified(twin))
        }
        #expect(throws: ForkProofRejection.differentPlaces) {
            try verify(Self.unverified(log[0]), Self.unverified(log[1]))
        }
        let forged = UnverifiedEntry(headerBytes: twin.header.bytes, signature: log[2].header.signature)
        #expect(throws: ForkProofRejection.rejectedHeader(.badSignature)) {
            try verify(Self.unverified(log[2]), forged)
        }
    }
}
