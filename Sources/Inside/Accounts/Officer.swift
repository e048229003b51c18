// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Somebody who works at the desk, as the desk knows them.
package struct Officer: Hashable, Sendable {
    /// Random; names the officer in drafts, approvals and the audit trail.
    package let id: OfficerID

    package let name: OfficerName

    package let role: OfficerRole

    /// Verifies the officer's signatures.
    package let publicKey: SigningPublicKey

    /// Day of enrolment, counted from 1970-01-01.
    package let enrolledDay: Int

    /// Random id of the operator session that enrolled the key: two keys of one session are shown side by side, since
    /// one person may hold both.
    package let enrolmentSession: String

    /// Day from which the officer's signatures are refused; nil while they count.
    package let disabledDay: Int?

    /// Whether new signatures of the officer count.
    package var isEnabled: Bool { self.disabledDay == nil }
}
