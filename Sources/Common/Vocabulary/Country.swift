// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A country of ISO 3166-1 (and XK, a user-assigned code).
package struct Country: Hashable, Sendable {
    /// Two letters.
    package let code: String

    /// Three letters.
    package let alpha3: String

    /// Short names.
    package let names: [Language: String]

    /// WCO region of its customs administration; `nil` where there is no separate membership.
    package let region: String?

    package init(code: String, alpha3: String, names: [Language: String], region: String?) {
        self.code = code
        self.alpha3 = alpha3
        self.names = names
        self.region = region
    }
}
