// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How a value is made coarser before it leaves.
package enum Generalisation: String, Hashable, Sendable, CaseIterable {
    /// As it stands.
    case exact
    /// `YYYY-MM`.
    case month
    /// `YYYY-Qn`.
    case quarter
    /// `YYYY`.
    case year
    /// Country of a port.
    case country
    /// WCO region of a port or country.
    case region
    /// WCO regions of the first and the last port of a route.
    case regionPair = "region-pair"
    /// The broader term of each code, or the code itself where it has none.
    case parentTerm = "parent-term"
    /// The broadest term above each code.
    case rootTerm = "root-term"
    /// A range of the numbers 1, 3, 10, 30, 100 ... with the unit.
    case band
    /// Four digits of the Harmonized System.
    case hsHeading = "hs-heading"
    /// Two digits of the Harmonized System.
    case hsChapter = "hs-chapter"
    /// Group of a container's size-type code.
    case sizeGroup = "size-group"
    /// One of 3-5, 6-10, 11-25 and >25; a smaller count is left out.
    case countBand = "count-band"

    /// Whether the form is a stretch of time.
    package var isPeriod: Bool { self == .month || self == .quarter || self == .year }
}
