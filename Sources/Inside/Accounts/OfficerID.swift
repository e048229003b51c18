// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// Names an officer inside the desk: twelve random lower-case hexadecimal digits.
///
/// Says nothing about the person, unlike a number that counts up or a part of the name.
package struct OfficerID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// A fresh random id.
    package init() {
        self.text = Hex.encode(SecureRandom.bytes(6))
    }

    /// Reads the text form; gives nothing for any other.
    ///
    /// - Parameter text: twelve lower-case hexadecimal digits.
    package init?(text: String) {
        do {
            guard try Hex.decode(text).count == 6 else { return nil }
        } catch {
            return nil
        }
        self.text = text
    }

    package var description: String { self.text }

    package static func < (left: OfficerID, right: OfficerID) -> Bool {
        left.text < right.text
    }
}
