// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a cell is cut by: where, when, by which kind of ship, with which goods.
///
/// Each axis is a ladder of forms from the finest to none at all. Source: confidentiality notes, C3 step 4.
package enum CrowdAxis: String, Hashable, Sendable, CaseIterable {
    case place
    case period
    case conveyance
    case goods

    /// Forms from the finest to the coarsest; "none" is the step after the last.
    package var ladder: [Generalisation] {
        switch self {
        case .place: [.exact, .country, .subRegion, .region]
        case .period: [.month, .quarter, .halfYear, .year]
        case .conveyance: [.exact, .parentTerm, .rootTerm]
        case .goods: [.hsSubheading, .hsHeading, .hsChapter, .hsSection]
        }
    }

    /// How far a form is from the finest; `nil` stands for a value that is not given.
    package func step(_ form: Generalisation?) -> Int {
        guard let form, let step = ladder.firstIndex(of: form) else { return ladder.count }
        return step
    }

    /// Share of the axis that a form gives up, in twelfths: 0 for the finest, 12 for none.
    ///
    /// The precision measure of Sweeney (2002), which divides the steps taken by the height of the ladder.
    package func loss(_ form: Generalisation?) -> Int { step(form) * 12 / ladder.count }

    /// The axis of a field; `nil` for a field that cuts no cell.
    package init?(_ field: SourceField) {
        switch field {
        case .port: self = .place
        case .incident, .firstSeen, .lastSeen: self = .period
        case .conveyance: self = .conveyance
        case .declaredHS: self = .goods
        default: return nil
        }
    }
}
