// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Takes a checked dossier into the desk.
package protocol ReferralIntake: Sendable {
    /// Stores case and referrer, and makes the receipt.
    ///
    /// - Parameters:
    ///   - dossier: as the reader checked it.
    ///   - wishes: what the referrer asked for.
    ///   - today: the desk's day.
    ///   - access: which officer imports it.
    /// - Returns: the receipt code, which the desk can never show again.
    /// - Throws: `duplicate` errors of the store, and whatever keeps it from being durable.
    func receive(
        _ dossier: borrowing Dossier,
        wishes: ReferrerWishes,
        today: CalendarDay,
        access: CaseAccess
    ) throws -> ReceiptCode
}
