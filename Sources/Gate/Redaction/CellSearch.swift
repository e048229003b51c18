// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import Vocabulary

/// Searches the lattice of place, period and further axes that a document type offers, by the crowds in its cells.
struct CellSearch {
    /// Axes that cut the cells, in the order in which ties are broken.
    let axes: [CrowdAxis]
    private let forms: [CrowdAxis: [FieldForm]]
    private let incident: CodedCase
    private let days: [CalendarDay]
    private let populations: Populations
    private let vocabularies: Vocabularies

    init(
        rules: [FieldRule],
        incident: CodedCase,
        days: [CalendarDay],
        policy: Policy,
        populations: Populations,
        vocabularies: Vocabularies
    ) {
        axes = CrowdAxis.allCases.filter { policy.crowdAxes.contains($0) }
        var forms: [CrowdAxis: [FieldForm]] = [:]
        for rule in rules {
            guard let axis = CrowdAxis(rule.field) else { continue }
            if axis == .goods, incident.declared == nil { continue }
            forms[axis, default: []] += rule.forms
        }
        self.forms = forms
        self.incident = incident
        self.days = days
        self.populations = populations
        self.vocabularies = vocabularies
    }

    /// The least general cell that reaches the threshold, or the most general one when none does.
    ///
    /// - Parameters:
    ///   - level: whose readers see the cell.
    ///   - bound: the cell of the next wider level, which these readers see too.
    ///   - threshold: numbers to reach.
    /// - Returns: the verdict and every cell that was looked at, in order.
    func verdict(
        level: ConfidentialityLevel,
        noCoarserThan bound: CrowdCell,
        threshold: CrowdThreshold
    ) -> (CrowdVerdict, [CrowdAttempt]) {
        var attempts: [CrowdAttempt] = []
        var verdict = CrowdVerdict(level: level, cell: CrowdCell(), found: .unknown, needed: threshold)
        for cell in cells(level: level, noCoarserThan: bound) {
            // A document that gives none of the axes says nothing that a crowd could be counted for.
            let found =
                cell.isEmpty
                ? Crowd(
                    referrers: threshold.referrers,
                    incidents: threshold.incidents,
                    sourceKinds: threshold.sourceKinds
                ) : crowd(in: cell)
            verdict = CrowdVerdict(level: level, cell: cell, found: found, needed: threshold)
            attempts.append(CrowdAttempt(cell: cell, found: found, isMet: verdict.isMet))
            if verdict.isMet { break }
        }
        return (verdict, attempts)
    }

    /// All cells of a level, the one that gives up least first; of two with one loss, the finer place, then period, comes first.
    private func cells(level: ConfidentialityLevel, noCoarserThan bound: CrowdCell) -> [CrowdCell] {
        var cells = [CrowdCell()]
        for axis in axes {
            let options = options(axis, level: level, bound: bound[axis])
            cells = cells.flatMap { cell in
                options.map { option in
                    var next = cell
                    next[axis] = option
                    return next
                }
            }
        }
        // Made in the order of the tie-break, so a stable order by loss is all that is missing.
        return cells.enumerated()
            .map { (loss: $1.loss(over: axes), place: $0, cell: $1) }
            .sorted { ($0.loss, $0.place) < ($1.loss, $1.place) }
            .map(\.cell)
    }

    /// Forms that a level may read, finest first, none coarser than what the next wider level sees; `nil` alone if none.
    private func options(
        _ axis: CrowdAxis,
        level: ConfidentialityLevel,
        bound: Generalisation?
    ) -> [Generalisation?] {
        var grains = Set((forms[axis] ?? []).filter { level.mayRead($0.level) }.map(\.generalisation))
        if let bound { grains = grains.filter { axis.step($0) <= axis.step(bound) } }
        var options: [Generalisation?] = grains.sorted { axis.step($0) < axis.step($1) }
        // Place and period are the document's own; a kind of ship or of goods can be left out.
        let canBeLeftOut = bound == nil && [.conveyance, .goods].contains(axis)
        if options.isEmpty || canBeLeftOut { options.append(nil) }
        return options
    }

    /// The smallest crowd of the document's days; a part that is not given is replaced by its coarsest form.
    private func crowd(in cell: CrowdCell) -> Crowd {
        let code =
            switch cell[.place] ?? .region {
            case .exact: incident.port.rawValue
            case .country: incident.country.rawValue
            case .subRegion:
                vocabularies.regions.subRegion(of: incident.country.rawValue) ?? incident.region.rawValue
            default: incident.region.rawValue
            }
        let query = PopulationQuery(conveyances: conveyances(cell[.conveyance]), goods: goods(cell[.goods]))
        var smallest: Crowd?
        for day in days {
            let grain = cell[.period] ?? .year
            guard let period = IncidentPeriod(year: day.year, month: day.month, grain: grain) else { continue }
            let crowd = populations.crowd(in: code, during: period, of: query)
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

    /// The kinds of ships that a reader of a form cannot tell apart.
    private func conveyances(_ form: Generalisation?) -> Set<String>? {
        guard let form else { return nil }
        let list = vocabularies.conveyances
        let code = incident.conveyance.rawValue
        let top =
            switch form {
            case .parentTerm: list.parent(of: code) ?? code
            case .rootTerm: list.root(of: code) ?? code
            default: code
            }
        return Set(list.terms.map(\.code).filter { list.isWithin($0, ancestor: top) })
    }

    /// Beginnings of the codes of goods that a reader of a form cannot tell apart.
    private func goods(_ form: Generalisation?) -> Set<String>? {
        guard let form, let code = incident.declared?.heading.rawValue else { return nil }
        return switch form {
        case .hsSection:
            Set(vocabularies.hsChapters.section(of: code).map { vocabularies.hsChapters.chapters(ofSection: $0) } ?? [])
        case .hsChapter: [String(code.prefix(2))]
        case .hsHeading: [String(code.prefix(4))]
        default: [code]
        }
    }
}
