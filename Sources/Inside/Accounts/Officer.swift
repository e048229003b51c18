// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Somebody who may draft, approve or send back at this desk.
package struct Officer: Hashable, Sendable, Identifiable {
    /// Short name that the officer is called by here: 2 to 32 lower-case letters, digits, dots and hyphens.
    package let id: String
    /// Verifies decisions; the private half is in the officer's own key file.
    package let key: SigningPublicKey
    /// Days since 1970-01-01.
    package let enrolledDay: UInt64
    /// Which start of the desk enrolled the officer: two officers of one session stand out in the audit.
    package let enrolmentSession: String

    package init(id: String, key: SigningPublicKey, enrolledDay: UInt64, enrolmentSession: String) {
        self.id = id
        self.key = key
        self.enrolledDay = enrolledDay
        self.enrolmentSession = enrolmentSession
    }

    /// Whether a text can be an officer's id.
    package static func isValidID(_ text: String) -> Bool {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-")
        return (2...32).contains(text.count) && text.allSatisfy { allowed.contains($0) }
    }
}
