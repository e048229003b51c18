// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Who took a step in a case, and on which day: no state of a case is without both.
package struct CaseStep: Hashable, Sendable, Codable {
    /// Id of the officer's account, or `system`.
    package let actor: String

    package let day: CalendarDay

    package init(actor: String, day: CalendarDay) {
        self.actor = actor
        self.day = day
    }
}
