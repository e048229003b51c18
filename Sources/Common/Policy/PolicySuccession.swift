// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Whether a new federation policy may take the place of the present one today.
///
/// What lets less out holds at once; what lets more out must have been announced as long before as the present policy asks.
/// Source: domain notes, R-75.
package enum PolicySuccession: Hashable, Sendable {
    case holds

    /// It lets more out, and its day has not come.
    case waits(untilDay: Int, first: PolicyElement)

    /// It lets more out and was not announced long enough before; it never holds in this form.
    case noticeTooShort(neededDays: Int, givenDays: Int, first: PolicyElement)

    /// Compares two policies.
    ///
    /// - Parameters:
    ///   - new: signed by the federation, but not yet in force.
    ///   - present: in force.
    ///   - today: days since 1970-01-01.
    package init(of new: Policy, after present: Policy, today: Int) {
        guard let first = PolicyComparison.widenings(of: new, over: present).first else {
            self = .holds
            return
        }
        let given = new.change.effectiveDay - new.change.announcedDay
        let needed = present.change.noticeDays
        if given < needed {
            self = .noticeTooShort(neededDays: needed, givenDays: given, first: first)
        } else if today < new.change.effectiveDay {
            self = .waits(untilDay: new.change.effectiveDay, first: first)
        } else {
            self = .holds
        }
    }
}
