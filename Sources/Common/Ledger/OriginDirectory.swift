// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Who may write a log, as the current roster says.
package protocol OriginDirectory: Sendable {
    /// What the roster says about the log of this key; nil when it may not write one.
    func standing(of origin: SigningPublicKey) -> OriginStanding?
}
