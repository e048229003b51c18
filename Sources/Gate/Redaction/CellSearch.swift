// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy

/// The lattice of place and period that a document type offers, and the crowds in it.
struct CellSearch {
    private let placeForms: [FieldForm]
    private let periodForms: [FieldForm]
    private let incident: CodedCase
    private let days: [CalendarDay]
    private let populations: Populations

    init(rules: [FieldRule], incident: CodedCase, days: [CalendarDay], populations: Populations) {
        placeForms = rules.filter { $0.field == .port }.flatMap(\.forms)
        periodForms = rules.filter { [.incident, .firstSeen, .lastSeen].contains($0.field) }.flatMap(\.forms)
        self.incident = incident
        self.days = days
        self.populations = populations
    }

    /// The least general cell that reaches the threshold, or the most general one when none does.
    func verdict(
        level: ConfidentialityLevel,
        noCoarserThan bound: (place: Generalisation?, period: Generalisation?),
        threshold: CrowdThreshold
    ) -> CrowdVerdict {
        let places = options(placeForms, level: level, order: Grain.place, bound: bound.place)
        let periods = options(periodForms, level: level, order: Grain.period, bound: bound.period)
        var last: CrowdVerdict?
        for (place, period) in Self.leastGeneralFirst(places, periods) {
            // A document that gives neither place nor period says nothing that a crowd could be counted for.
            let found =
                place == nil && period == nil
                ? Crowd(
                    referrers: threshold.referrers,
                    incidents: threshold.incidents,
                    sourceKinds: threshold.sourceKinds
                ) : crowd(place: place, period: period)
            let verdict = CrowdVerdict(level: level, place: place, period: period, found: found, needed: threshold)
            if verdict.isMet { return verdict }
            last = verdict
        }
        return last
            ?? CrowdVerdict(level: level, place: nil, period: nil, found: .unknown, needed: threshold)
    }

    /// Forms that a level may read, finest first, none coarser than what the next wider level sees; `nil` alone if none.
    private func options(
        _ forms: [FieldForm],
        level: ConfidentialityLevel,
        order: (Generalisation) -> Int,
        bound: Generalisation?
    ) -> [Generalisation?] {
        var grains = forms.filter { level.mayRead($0.level) }.map(\.generalisation)
        if let bound { grains = grains.filter { order($0) <= order(bound) } }
        grains.sort { order($0) < order($1) }
        var unique: [Generalisation?] = []
        for grain in grains where unique.last != .some(grain) { unique.append(grain) }
        return unique.isEmpty ? [nil] : unique
    }

    /// Pairs by the sum of their steps; of two with one sum, the finer place comes first.
    private static func leastGeneralFirst(
        _ places: [Generalisation?],
        _ periods: [Generalisation?]
    ) -> [(Generalisation?, Generalisation?)] {
        var pairs: [(steps: Int, placeSteps: Int, pair: (Generalisation?, Generalisation?))] = []
        for (placeSteps, place) in places.enumerated() {
            for (periodSteps, period) in periods.enumerated() {
                pairs.append((placeSteps + periodSteps, placeSteps, (place, period)))
            }
        }
        pairs.sort { ($0.steps, $0.placeSteps) < ($1.steps, $1.placeSteps) }
        return pairs.map(\.pair)
    }

    /// The smallest crowd of the document's days; a part that is not given is replaced by its coarsest form.
    private func crowd(place: Generalisation?, period: Generalisation?) -> Crowd {
        let code =
            switch place ?? .region {
            case .exact: incident.port.rawValue
            case .country: incident.country.rawValue
            default: incident.region.rawValue
            }
        var smallest: Crowd?
        for day in days {
            guard let cell = IncidentPeriod(year: day.year, month: day.month, grain: period ?? .year) else { continue }
            let crowd = populations.crowd(in: code, during: cell)
            guard let previous = smallest else {
                smallest = crowd
                continue
            }
            smallest = Crowd(
                referrers: min(previous.referrers, crowd.referrers),
                incidents: min(previous.incidents, crowd.incidents),
                sourceKinds: min(previous.sourceKinds, crowd.sourceKinds)
            )
        }
        return smallest ?? .unknown
    }
}
