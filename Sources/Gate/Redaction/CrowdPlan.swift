// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy

/// Chooses, for each level, the least general cell of place and period in which enough people could have reported.
///
/// A reader of a narrower level also sees the forms of the wider ones, so the cells are nested: going from the widest
/// level to the narrowest, place and period may only become finer, and each step is checked as the reader sees it.
struct CrowdPlan {
    /// One verdict per travelling level, widest first.
    let verdicts: [CrowdVerdict]

    /// Chooses the cells.
    ///
    /// - Parameters:
    ///   - rules: of the document type, with dropped claims already left out.
    ///   - incident: the case.
    ///   - days: of the period fields that the document has.
    ///   - policy: thresholds.
    ///   - populations: crowds.
    init(rules: [FieldRule], incident: CodedCase, days: [CalendarDay], policy: Policy, populations: Populations) {
        let search = CellSearch(rules: rules, incident: incident, days: days, populations: populations)
        var verdicts: [CrowdVerdict] = []
        var place: Generalisation?
        var period: Generalisation?
        for level in ConfidentialityLevel.travelling {
            guard let threshold = policy.crowd[level] else { continue }
            let verdict = search.verdict(
                level: level,
                noCoarserThan: (place, period),
                threshold: threshold
            )
            if verdict.isMet {
                place = verdict.place ?? place
                period = verdict.period ?? period
            }
            verdicts.append(verdict)
        }
        self.verdicts = verdicts
    }

    func verdict(at level: ConfidentialityLevel) -> CrowdVerdict? { verdicts.first { $0.level == level } }

    /// The first level, widest first, whose most general cell is still too small.
    var failure: CrowdVerdict? { verdicts.first { !$0.isMet } }

    /// Whether a level may see a form of the place.
    func allowsPlace(_ form: Generalisation, at level: ConfidentialityLevel) -> Bool {
        guard let verdict = verdict(at: level), verdict.isMet, let finest = verdict.place else { return false }
        return Grain.place(form) >= Grain.place(finest)
    }

    /// Whether a level may see a form of the period.
    func allowsPeriod(_ form: Generalisation, at level: ConfidentialityLevel) -> Bool {
        guard let verdict = verdict(at: level), verdict.isMet, let finest = verdict.period else { return false }
        return Grain.period(form) >= Grain.period(finest)
    }
}
