// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why a keyring does not open.
package enum KeyringRefusal: Error, Hashable, Sendable {
    /// The passphrase is not the one that the keyring was made with, or the check value was altered.
    case wrongPassphrase
    /// There is a keyring at that place already; it is never overwritten.
    case exists
    /// A key that every keyring has is not there.
    case missingKey(String)
    /// A sealed key does not open although the passphrase is right: the file was altered.
    case damagedKey(String)
}
