// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger
package import Policy
package import StrictJSON

/// A bulletin as this office can read it.
package struct LibraryBulletin: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case inForce
        case withdrawn(by: EntryID, reason: String)
        case replaced(by: EntryID)
    }

    /// Entry that published it.
    package let entry: EntryID
    /// The document's own random id, 32 hex digits.
    package let identifier: String
    package let type: String
    package let origin: SigningPublicKey
    /// The origin's name in the roster when it was read.
    package let issuer: String
    /// Month of the departure, `YYYY-MM`.
    package let month: String
    /// Finest level whose disclosures could be opened.
    package let level: ConfidentialityLevel
    /// Disclosed claims of all opened tiers.
    package let claims: JSONObject
    /// SHA-256 of the signed core: what an officer signs to withdraw it.
    package let digest: [UInt8]
    package let state: State

    package init(
        entry: EntryID,
        identifier: String,
        type: String,
        origin: SigningPublicKey,
        issuer: String,
        month: String,
        level: ConfidentialityLevel,
        claims: JSONObject,
        digest: [UInt8],
        state: State
    ) {
        self.entry = entry
        self.identifier = identifier
        self.type = type
        self.origin = origin
        self.issuer = issuer
        self.month = month
        self.level = level
        self.claims = claims
        self.digest = digest
        self.state = state
    }
}
