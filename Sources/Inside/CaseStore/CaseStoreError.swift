// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// Why the case store does not do what it was asked; never holds a text of a case.
package enum CaseStoreError: Error, Hashable, Sendable {
    /// The desk already has a case from a dossier of this id, or with this case id.
    case duplicate(dossierID: String, existing: CaseID)

    case unknownCase(CaseID)

    /// No referral belongs to the receipt code that was shown.
    case unknownReceipt

    /// Another revision, or a release of the same content, is already stored under this name.
    case alreadyStored

    /// A stored record does not read back: the file was altered, or is of another version.
    case damaged(CaseID)

    /// A stored row names no case: the file was altered, or is of another version.
    case damagedID
}
