// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import EgressGuard
import Ledger
import Policy
import Release
import StrictJSON
import Testing

@Suite("The real guard over real bytes")
struct ChanceFindTests {
    /// The two searches that the desk's vault plugs in: the guard for text, the canary search for encoded bytes.
    struct RealGuard: OutgoingGuard {
        let guardian: EgressGuard
        let search: CanarySearch

        init(keys: [GuardKeyword]) {
            self.guardian = EgressGuard(keys: keys)
            self.search = CanarySearch(values: keys.map(\.value))
        }

        func brokenRules(in bytes: [UInt8]) -> [String] {
            guardian.scan(bytes: bytes).filter { $0.action == .remove }.map(\.rule)
        }

        func brokenRules(inEncoded bytes: [UInt8]) -> [String] {
            search.matches(in: bytes).map(\.encoding)
        }
    }

    @Test("random salts, digests and identifiers do not stop a clean release by chance")
    func chanceFinds() throws {
        let outgoing = RealGuard(keys: [
            GuardKeyword(kind: .personName, value: "Marisol Quintanilla"),
            GuardKeyword(kind: .phone, value: "+31 6 2489 1177"),
        ])
        var held = 0
        for _ in 0..<15 {
            do {
                let candidate = try Fixture.candidate(outgoing: outgoing)
                let departure = try Fixture.departure(
                    of: try Fixture.approved(candidate),
                    manifest: candidate.manifest,
                    today: Fixture.today,
                    policy: Fixture.policy()
                )
                _ = try departure.entry(
                    recipients: Fixture.recipients,
                    subject: nil,
                    key: Fixture.nodeKey,
                    outgoing: outgoing
                )
            } catch {
                held += 1
                Issue.record("\(error)")
            }
        }
        #expect(held == 0)
    }

    @Test("a known name in a claim stops it, at the freeze and at departure")
    func knownName() throws {
        let clean = RealGuard(keys: [])
        let knowing = RealGuard(keys: [GuardKeyword(kind: .personName, value: "Marisol Quintanilla")])
        let draft = Fixture.draft(text: "seen by Marisol Quintanilla")
        #expect(throws: ReleaseRefusal.self) { try Fixture.candidate(draft, outgoing: knowing) }
        let candidate = try Fixture.candidate(draft, outgoing: clean)
        let departure = try Fixture.departure(
            of: try Fixture.approved(candidate),
            manifest: candidate.manifest,
            today: Fixture.today,
            policy: Fixture.policy()
        )
        #expect(throws: Departure.Hold.self) {
            try departure.entry(
                recipients: Fixture.recipients,
                subject: nil,
                key: Fixture.nodeKey,
                outgoing: knowing
            )
        }
    }
}
