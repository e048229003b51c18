// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// An officer's signed word that one act on one case is wanted, good for one use.
///
/// Signed at the officer's side over act, subject, terms and a challenge that the desk gave out just before: a recorded
/// statement cannot be used again, nor for another act, case or reason.
package struct OfficerStatement: Hashable, Sendable {
    /// What an officer can ask for; the word is part of what is signed.
    package enum Act: String, Hashable, Sendable, CaseIterable {
        /// To see who reported.
        case openIdentity = "open-identity"
        /// To keep a case although its day has come, or to let go again.
        case hold
        /// To destroy a case's secrets before their day.
        case destroy
        /// To change what the referrer asked for.
        case setWishes = "set-wishes"
        /// To begin the next epoch now.
        case changeEpoch = "change-epoch"
    }

    static let domain = "fairlead-officer-statement-v1"
    /// Random bytes of a challenge.
    package static let challengeByteCount = 32

    package let act: Act
    /// Id of the case; "" for the desk.
    package let subject: String
    /// Reason and further codes, in the order that the act prescribes.
    package let terms: [String]
    package let challenge: [UInt8]
    package let officerKey: SigningPublicKey
    package let signature: [UInt8]

    package init(
        act: Act,
        subject: String,
        terms: [String],
        challenge: [UInt8],
        officerKey: SigningPublicKey,
        signature: [UInt8]
    ) {
        self.act = act
        self.subject = subject
        self.terms = terms
        self.challenge = challenge
        self.officerKey = officerKey
        self.signature = signature
    }

    /// Signs, on the officer's side.
    package init(_ act: Act, on subject: String, terms: [String], challenge: [UInt8], by key: SigningKey) {
        self.init(
            act: act,
            subject: subject,
            terms: terms,
            challenge: challenge,
            officerKey: key.publicKey,
            signature: key.sign(Self.signingInput(act, subject, terms, challenge))
        )
    }

    /// Whether the officer's key signed exactly this.
    package var isGenuine: Bool {
        self.challenge.count == Self.challengeByteCount
            && self.officerKey.isValid(
                signature: self.signature,
                for: Self.signingInput(self.act, self.subject, self.terms, self.challenge)
            )
    }

    /// Every field with its length before it, so that no two statements have the same bytes.
    private static func signingInput(_ act: Act, _ subject: String, _ terms: [String], _ challenge: [UInt8]) -> [UInt8]
    {
        var bytes = Array(Self.domain.utf8) + [0]
        for field in [Array(act.rawValue.utf8), Array(subject.utf8)] + terms.map({ Array($0.utf8) }) + [challenge] {
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: field.count >> (24 - 8 * $0)) } + field
        }
        return bytes
    }
}
