// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Possible referrers and incidents by place and month: the crowd in which a referrer can hide.
///
/// Numbers are lower bounds. A cell that nobody counted is empty, so that a missing table makes documents coarser or
/// holds them, never finer. Source: confidentiality notes, C3 steps 4 and 5.
package struct Populations: Hashable, Sendable {
    private struct Place: Hashable, Sendable {
        var everyMonth: Crowd?
        var months: [Int: Crowd] = [:]
        var children: [String] = []
    }

    private var places: [String: Place] = [:]

    /// No table: every crowd is unknown.
    package static let none = Populations()

    private init() {}

    /// Arranges the rows as ports in countries in regions.
    ///
    /// - Parameters:
    ///   - rows: at most one per place and month; a later one replaces an earlier one.
    ///   - vocabularies: tell the country and region of a place.
    package init(_ rows: [PopulationRow], vocabularies: Vocabularies) {
        for row in rows {
            if let month = row.monthIndex {
                places[row.place, default: Place()].months[month] = row.crowd
            } else {
                places[row.place, default: Place()].everyMonth = row.crowd
            }
            attach(row.place, vocabularies: vocabularies)
        }
        for code in places.keys { places[code]?.children.sort() }
    }

    /// Makes every place above a place known, each once.
    private mutating func attach(_ place: String, vocabularies: Vocabularies) {
        var code = place
        while let parent = Self.parent(of: code, vocabularies: vocabularies) {
            if places[parent]?.children.contains(code) != true {
                places[parent, default: Place()].children.append(code)
            }
            code = parent
        }
    }

    private static func parent(of place: String, vocabularies: Vocabularies) -> String? {
        if Locode.isValid(place) { return Locode.country(of: place) }
        return vocabularies.countries.region(of: place)
    }

    /// The crowd of a place during a period.
    ///
    /// Incidents of the months add up; possible referrers of different months may be the same people, so the largest
    /// month counts. A place has at least the crowd of the places in it.
    ///
    /// - Parameters:
    ///   - place: UN/LOCODE, country code or region code.
    ///   - period: month, quarter or year.
    /// - Returns: lower bounds; ``Crowd/unknown`` when no row covers the cell.
    package func crowd(in place: String, during period: IncidentPeriod) -> Crowd {
        var referrers = 0
        var incidents = 0
        var sourceKinds = 0
        for month in period.monthIndices {
            let crowd = crowd(in: place, monthIndex: month)
            referrers = max(referrers, crowd.referrers)
            incidents += crowd.incidents
            sourceKinds = max(sourceKinds, crowd.sourceKinds)
        }
        return Crowd(referrers: referrers, incidents: incidents, sourceKinds: sourceKinds)
    }

    private func crowd(in place: String, monthIndex: Int) -> Crowd {
        guard let entry = places[place] else { return .unknown }
        let own = entry.months[monthIndex] ?? entry.everyMonth ?? .unknown
        var referrers = 0
        var incidents = 0
        var sourceKinds = 0
        for child in entry.children {
            let crowd = crowd(in: child, monthIndex: monthIndex)
            referrers += crowd.referrers
            incidents += crowd.incidents
            sourceKinds = max(sourceKinds, crowd.sourceKinds)
        }
        return Crowd(
            referrers: max(own.referrers, referrers),
            incidents: max(own.incidents, incidents),
            sourceKinds: max(own.sourceKinds, sourceKinds)
        )
    }
}
