// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Possible referrers and incidents by place and month: the crowd in which a referrer can hide.
///
/// Numbers are lower bounds. A cell that nobody counted is empty, so that a missing table makes documents coarser or
/// holds them, never finer. Source: confidentiality notes, C3 steps 4 and 5.
package struct Populations: Hashable, Sendable {
    private struct Place: Hashable, Sendable {
        var everyMonth: [PopulationTraits: Crowd] = [:]
        var months: [Int: [PopulationTraits: Crowd]] = [:]
        var children: [String] = []

        /// What the place's own lines say about a month.
        ///
        /// Incidents of different traits add up; one person may serve ships of several kinds, so the largest line counts.
        func own(_ month: Int, _ query: PopulationQuery) -> Crowd {
            var referrers = 0
            var incidents = 0
            var sourceKinds = 0
            // A month with lines of its own replaces the lines for every month, trait by trait.
            let lines = everyMonth.merging(months[month] ?? [:]) { _, own in own }
            let asked = lines.filter { query.includes($0.key) }
            for (traits, crowd) in asked {
                // A heading is part of its chapter's line, if there is one.
                let isCounted = asked.keys.contains { other in
                    other != traits && other.conveyance == traits.conveyance
                        && traits.goods?.hasPrefix(other.goods ?? "-") == true
                }
                guard !isCounted else { continue }
                referrers = max(referrers, crowd.referrers)
                incidents += crowd.incidents
                sourceKinds = max(sourceKinds, crowd.sourceKinds)
            }
            return Crowd(referrers: referrers, incidents: incidents, sourceKinds: sourceKinds)
        }
    }

    private var places: [String: Place] = [:]

    /// No table: every crowd is unknown.
    package static let none = Populations()

    private init() {}

    /// Arranges the rows as ports in countries in sub-regions in regions.
    ///
    /// - Parameters:
    ///   - rows: at most one per place, month and traits; a later one replaces an earlier one.
    ///   - vocabularies: tell the country and region of a place.
    package init(_ rows: [PopulationRow], vocabularies: Vocabularies) {
        for row in rows {
            if let month = row.monthIndex {
                places[row.place, default: Place()].months[month, default: [:]][row.traits] = row.crowd
            } else {
                places[row.place, default: Place()].everyMonth[row.traits] = row.crowd
            }
            attach(row.place, vocabularies: vocabularies)
        }
        for code in places.keys { places[code]?.children.sort() }
    }

    /// Places with lines of their own.
    package var placeCount: Int { places.values.count { !$0.everyMonth.isEmpty || !$0.months.isEmpty } }

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
        return vocabularies.regions.subRegion(of: place) ?? vocabularies.regions.region(ofSubRegion: place)
            ?? vocabularies.countries.region(of: place)
    }

    /// The crowd of a place during a period.
    ///
    /// Incidents of the months add up; possible referrers of different months may be the same people, so the largest
    /// month counts. A place has at least the crowd of the places in it.
    ///
    /// - Parameters:
    ///   - place: UN/LOCODE, country, sub-region or region code.
    ///   - period: month, quarter, half-year or year.
    ///   - query: the part of the population; only lines that give the same traits count for it.
    /// - Returns: lower bounds; ``Crowd/unknown`` when no row covers the cell.
    package func crowd(
        in place: String,
        during period: IncidentPeriod,
        of query: PopulationQuery = .all
    ) -> Crowd {
        var referrers = 0
        var incidents = 0
        var sourceKinds = 0
        for month in period.monthIndices {
            let crowd = crowd(in: place, monthIndex: month, of: query)
            referrers = max(referrers, crowd.referrers)
            incidents += crowd.incidents
            sourceKinds = max(sourceKinds, crowd.sourceKinds)
        }
        return Crowd(referrers: referrers, incidents: incidents, sourceKinds: sourceKinds)
    }

    private func crowd(in place: String, monthIndex: Int, of query: PopulationQuery) -> Crowd {
        guard let entry = places[place] else { return .unknown }
        let own = entry.own(monthIndex, query)
        var referrers = 0
        var incidents = 0
        var sourceKinds = 0
        for child in entry.children {
            let crowd = crowd(in: child, monthIndex: monthIndex, of: query)
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
