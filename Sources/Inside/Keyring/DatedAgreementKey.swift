// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// A key of the node for sealed replies and audience slots, with the days on which others may seal to it.
package struct DatedAgreementKey: Sendable {
    /// Counts up from 1; the newest has the highest.
    package let number: Int

    /// The private key.
    package let key: AgreementKey

    /// Days since 1970-01-01, first and last included.
    package let days: ClosedRange<Int>
}
