// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import WireFormat

/// What an officer can say about a release.
package enum DecisionKind: String, CaseIterable, Sendable {
    case approve
    case sendBack = "send-back"
    case stop
    case withdraw
    /// An approved release should leave with the next day's batch; two officers, and a reason.
    case departEarly = "depart-early"
}

/// An officer's signed word on the digest of exactly one manifest.
package struct Decision: Hashable, Sendable {
    package let kind: DecisionKind
    /// Digest that the officer signed, 32 bytes.
    package let digest: [UInt8]
    package let officerKey: SigningPublicKey
    package let signature: [UInt8]

    package init(kind: DecisionKind, digest: [UInt8], officerKey: SigningPublicKey, signature: [UInt8]) {
        self.kind = kind
        self.digest = digest
        self.officerKey = officerKey
        self.signature = signature
    }

    /// Signs a decision with an officer's key, on the officer's side.
    package init(_ kind: DecisionKind, on digest: [UInt8], by key: SigningKey) {
        self.init(
            kind: kind,
            digest: digest,
            officerKey: key.publicKey,
            signature: key.sign(Self.signingInput(kind, digest))
        )
    }

    /// Checks the signature.
    ///
    /// - Throws: ``ReleaseRefusal/badSignature``.
    package func verify() throws(ReleaseRefusal) {
        guard self.digest.count == 32,
            self.officerKey.isValid(signature: self.signature, for: Self.signingInput(self.kind, self.digest))
        else { throw .badSignature }
    }

    /// The word is part of what is signed: an approval cannot be replayed as another decision.
    private static func signingInput(_ kind: DecisionKind, _ digest: [UInt8]) -> [UInt8] {
        Array(WireConstants.Domain.approval.utf8) + [0] + Array(kind.rawValue.utf8) + [0] + digest
    }
}
