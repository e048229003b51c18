// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The days of a case that may be used, after generalisation, in a document.
///
/// The day on which the referral arrived is not among them: with a duty roster it names a person. It stands in
/// ``IdentifyingDetails/referralReceived``.
package struct CaseDates: Hashable, Sendable, Codable {
    package let incident: CalendarDay
    package let examined: CalendarDay?
    package let closed: CalendarDay?

    package init(
        incident: CalendarDay,
        examined: CalendarDay?,
        closed: CalendarDay?
    ) {
        self.incident = incident
        self.examined = examined
        self.closed = closed
    }
}
