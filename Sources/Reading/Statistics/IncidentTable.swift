// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The hub's first table: incidents by quarter, WCO region and modus operandi family.
///
/// It has no margins: a total beside suppressed cells would give them back by subtraction. A cell below the threshold
/// shows only that it is below.
package struct IncidentTable: Hashable, Sendable {
    package struct Key: Hashable, Sendable, Comparable {
        package let quarter: String
        package let region: String
        package let family: String

        package init(quarter: String, region: String, family: String) {
            self.quarter = quarter
            self.region = region
            self.family = family
        }

        package static func < (left: Key, right: Key) -> Bool {
            (left.quarter, left.region, left.family) < (right.quarter, right.region, right.family)
        }
    }

    package enum Count: Hashable, Sendable {
        case shown(incidents: Int, contributors: Int)
        /// Fewer incidents or contributors than the threshold; how many is not kept.
        case belowThreshold
    }

    package struct Cell: Hashable, Sendable {
        package let key: Key
        package let count: Count
    }

    package let cells: [Cell]
    package let threshold: StatisticsThreshold
    package let coverage: Coverage
    /// Bulletins that could be opened but do not give this reader all three dimensions.
    package let notAssessed: Int

    /// The definition that stands beside the figures wherever they go.
    package static let definition = """
        Incidents: released post-incident analyses that this office can open, neither withdrawn nor replaced. \
        Each counts once, in the quarter of the incident, the WCO region of the place, and the family of the first \
        modus operandi listed. Members report what they choose to: the figures are no rates.
        """
}

/// Below these numbers a cell is not shown.
package struct StatisticsThreshold: Hashable, Sendable {
    package let incidents: Int
    package let contributors: Int

    package init(incidents: Int, contributors: Int) {
        self.incidents = incidents
        self.contributors = contributors
    }
}

/// Who is heard: members that may publish, and from how many of them something is held.
package struct Coverage: Hashable, Sendable {
    package let expected: [String]
    package let heard: [String]
    package var silent: [String] { self.expected.filter { !self.heard.contains($0) } }

    package init(expected: [String], heard: [String]) {
        self.expected = expected.sorted()
        self.heard = heard.sorted()
    }
}
