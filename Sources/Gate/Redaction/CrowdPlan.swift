// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import Vocabulary

/// Chooses, for each level, the least general cell in which enough people could have reported.
///
/// A reader of a narrower level also sees the forms of the wider ones, so the cells are nested: going from the widest
/// level to the narrowest, each axis may only become finer, and each step is checked as the reader sees it.
struct CrowdPlan {
    /// One verdict per travelling level, widest first.
    let verdicts: [CrowdVerdict]

    /// What the search looked at for each level, in order.
    let attempts: [ConfidentialityLevel: [CrowdAttempt]]
    private let axes: [CrowdAxis]

    /// Chooses the cells.
    ///
    /// - Parameters:
    ///   - rules: of the document type, with dropped claims already left out.
    ///   - incident: the case.
    ///   - days: of the period fields that the document has.
    ///   - policy: thresholds and axes.
    ///   - populations: crowds.
    ///   - vocabularies: tell what a coarser form stands for.
    init(
        rules: [FieldRule],
        incident: CodedCase,
        days: [CalendarDay],
        policy: Policy,
        populations: Populations,
        vocabularies: Vocabularies
    ) {
        let search = CellSearch(
            rules: rules,
            incident: incident,
            days: days,
            policy: policy,
            populations: populations,
            vocabularies: vocabularies
        )
        var verdicts: [CrowdVerdict] = []
        var attempts: [ConfidentialityLevel: [CrowdAttempt]] = [:]
        var bound = CrowdCell()
        for level in ConfidentialityLevel.travelling {
            guard let threshold = policy.crowd[level] else { continue }
            let (verdict, tried) = search.verdict(level: level, noCoarserThan: bound, threshold: threshold)
            if verdict.isMet {
                for axis in search.axes { bound[axis] = verdict.cell[axis] ?? bound[axis] }
            }
            verdicts.append(verdict)
            attempts[level] = tried
        }
        self.verdicts = verdicts
        self.attempts = attempts
        self.axes = search.axes
    }

    func verdict(at level: ConfidentialityLevel) -> CrowdVerdict? { verdicts.first { $0.level == level } }

    /// The first level, widest first, whose most general cell is still too small.
    var failure: CrowdVerdict? { verdicts.first { !$0.isMet } }

    /// Whether a level may see a form on an axis; an axis that cuts no cell allows all.
    func allows(_ form: Generalisation, on axis: CrowdAxis, at level: ConfidentialityLevel) -> Bool {
        guard axes.contains(axis) else { return true }
        guard let verdict = verdict(at: level), verdict.isMet, let finest = verdict.cell[axis] else { return false }
        return axis.step(form) >= axis.step(finest)
    }
}
