// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Cryptography
import Testing

@Suite("an officer's statement") struct OfficerStatementTests {
    static let key = SigningKey()
    static let challenge = SecureRandom.bytes(32)

    static func altered(
        act: OfficerStatement.Act = .destroy,
        subject: String = "case-1",
        terms: [String] = ["danger", "x"],
        challenge: [UInt8] = OfficerStatementTests.challenge,
        officerKey: SigningPublicKey = OfficerStatementTests.key.publicKey
    ) -> OfficerStatement {
        let good = OfficerStatement(
            .destroy,
            on: "case-1",
            terms: ["danger", "x"],
            challenge: Self.challenge,
            by: Self.key
        )
        return OfficerStatement(
            act: act,
            subject: subject,
            terms: terms,
            challenge: challenge,
            officerKey: officerKey,
            signature: good.signature
        )
    }

    @Test("is good for exactly the act, case, terms, challenge and key that were signed")
    func bound() {
        #expect(Self.altered().isGenuine)
        #expect(!Self.altered(act: .openIdentity).isGenuine)
        #expect(!Self.altered(subject: "case-2").isGenuine)
        #expect(!Self.altered(terms: ["danger"]).isGenuine)
        #expect(!Self.altered(terms: ["dange", "rx"]).isGenuine, "lengths are signed too")
        #expect(!Self.altered(terms: ["x", "danger"]).isGenuine)
        #expect(!Self.altered(challenge: SecureRandom.bytes(32)).isGenuine)
        #expect(!Self.altered(officerKey: SigningKey().publicKey).isGenuine)
    }

    @Test("with a short challenge is none, whoever signed it")
    func shortChallenge() {
        let statement = OfficerStatement(.destroy, on: "case-1", terms: [], challenge: [1, 2, 3], by: Self.key)
        #expect(!statement.isGenuine)
    }
}
