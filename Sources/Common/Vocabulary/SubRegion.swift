// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A part of a WCO region: the countries of one stretch of coast and its hinterland.
package struct SubRegion: Hashable, Sendable {
    package let code: String

    /// Code of the region around it.
    package let region: String
    package let labels: [Language: String]

    /// Two-letter country codes.
    package let members: [String]

    package init(code: String, region: String, labels: [Language: String], members: [String]) {
        self.code = code
        self.region = region
        self.labels = labels
        self.members = members
    }
}
