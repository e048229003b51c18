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
    /// `YYYY-Hn`.
    case halfYear = "half-year"
    /// `YYYY`.
    case year
    /// Country of a port.
    case country
    /// Part of a WCO region around the country.
    case subRegion = "sub-region"
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
    /// A range of the powers of ten with the unit.
    case logBand = "log-band"
    /// Six digits of the Harmonized System, or fewer where the papers give fewer.
    case hsSubheading = "hs-subheading"
    /// Four digits of the Harmonized System.
    case hsHeading = "hs-heading"
    /// Two digits of the Harmonized System.
    case hsChapter = "hs-chapter"
    /// One of the 21 sections of the Harmonized System, in Roman numerals.
    case hsSection = "hs-section"
    /// Group of a container's size-type code.
    case sizeGroup = "size-group"
    /// One of 3-5, 6-10, 11-25 and >25; a smaller count is left out.
    case countBand = "count-band"

    /// Whether the form is a stretch of time.
    package var isPeriod: Bool { [.month, .quarter, .halfYear, .year].contains(self) }
}
