// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import WireFormat

/// The day that was drawn for a release, signed by the desk: whoever edits the stored day cannot make it count.
///
/// The desk draws once, after the second signature; nobody chooses the day, and nobody alone can change it.
package struct DrawnDay: Hashable, Sendable {
    /// Day of the batch, days since 1970-01-01.
    package let day: Int
    /// Two officers gave a reason for leaving before the day that was drawn.
    package let isEarly: Bool
    package let signature: [UInt8]

    package init(day: Int, isEarly: Bool, signature: [UInt8]) {
        self.day = day
        self.isEarly = isEarly
        self.signature = signature
    }

    /// Signs a day with the node key.
    ///
    /// - Parameters:
    ///   - day: that was drawn, days since 1970-01-01, not negative.
    ///   - isEarly: instead of a drawn day, by two officers' reason.
    ///   - digest: of the manifest.
    ///   - key: the desk's node key.
    package init(day: Int, isEarly: Bool = false, for digest: [UInt8], by key: SigningKey) {
        let day = max(0, day)
        self.init(day: day, isEarly: isEarly, signature: key.sign(Self.signingInput(day, isEarly, digest)))
    }

    /// Whether this desk drew this day for this manifest.
    package func isGenuine(for digest: [UInt8], key: SigningPublicKey) -> Bool {
        key.isValid(signature: self.signature, for: Self.signingInput(self.day, self.isEarly, digest))
    }

    private static func signingInput(_ day: Int, _ isEarly: Bool, _ digest: [UInt8]) -> [UInt8] {
        Array(WireConstants.Domain.departureDay.utf8) + [0, isEarly ? 1 : 0]
            + (0..<8).map { UInt8(truncatingIfNeeded: day >> (56 - 8 * $0)) } + digest
    }
}
