// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// Why the vault does not do what it was asked; never holds a value of a record.
package enum VaultError: Error, Hashable, Sendable {
    /// The key does not fit this vault: another home directory, or a restored file beside a newer keyring.
    case wrongKey

    /// No key is held for the case: it was never enrolled, or it was shredded.
    case unknownCase(CaseID)

    /// The key of the case was destroyed; nothing of it can be read again.
    case shredded(CaseID)

    /// A seal does not open, or what is inside is no record: the file was altered.
    case damaged(CaseID, SealedKind)

    /// The purpose does not allow to learn who reported.
    case purposeNotAllowed(CaseAccess.Purpose)
}
