// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// A place in a log: whose, in which life of it, and how far along.
package struct EntryPosition: Hashable, Sendable {
    /// Who writes the log.
    package let origin: SigningPublicKey
    /// Which life of the log; the roster starts a new one after a fork.
    package let logEpoch: UInt64
    /// Place in the log, from 1.
    package let sequence: UInt64

    package init(origin: SigningPublicKey, logEpoch: UInt64, sequence: UInt64) {
        self.origin = origin
        self.logEpoch = logEpoch
        self.sequence = sequence
    }
}
