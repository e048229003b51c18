// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What people decided about keeping or destroying one case before its day.
package struct CaseRetention: Hashable, Sendable, Codable {
    /// Kept although its day has come, until a day, for a reason.
    package struct Hold: Hashable, Sendable, Codable {
        package let until: CalendarDay
        package let reason: String
        package let officer: String

        package init(until: CalendarDay, reason: String, officer: String) {
            self.until = until
            self.reason = reason
            self.officer = officer
        }
    }

    /// One officer asked for an early destruction; another has to ask for the same.
    package struct Request: Hashable, Sendable, Codable {
        package let on: CalendarDay
        package let reason: String
        package let officer: String

        package init(on: CalendarDay, reason: String, officer: String) {
            self.on = on
            self.reason = reason
            self.officer = officer
        }
    }

    package var hold: Hold?
    package var request: Request?

    package init(hold: Hold? = nil, request: Request? = nil) {
        self.hold = hold
        self.request = request
    }

    /// Whether the case is kept on a day although it would be destroyed.
    package func isHeld(on day: CalendarDay) -> Bool { self.hold.map { day <= $0.until } ?? false }

    /// Codes of the reasons for a hold.
    package static let holdReasons = ["legal-duty", "court-order", "investigation", "referrer-asked"]
    /// Codes of the reasons for an early destruction.
    package static let destructionReasons = ["referrer-asked", "danger", "court-order", "wrong-person", "not-needed"]
    /// Days for which a first officer's request stands.
    package static let requestDays = 7
}
