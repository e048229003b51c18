// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A WCO region and the member administrations in it.
package struct Region: Hashable, Sendable {
    package let code: String
    package let labels: [Language: String]

    /// Two-letter country codes.
    package let members: [String]

    package init(code: String, labels: [Language: String], members: [String]) {
        self.code = code
        self.labels = labels
        self.members = members
    }
}
