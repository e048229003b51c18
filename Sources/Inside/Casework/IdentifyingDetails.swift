// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The identifying half of a case: words and numbers that can lead to the referrer.
///
/// Not encodable on purpose. ``encoded()`` gives the bytes that are sealed under the key of the case, and nothing else
/// may be done with them.
package struct IdentifyingDetails: Hashable, Sendable {
    /// The working title of the file.
    package let title: FreeText?
    package let vessel: Vessel?
    /// ISO 6346 number with a valid check digit.
    package let containerNumber: Identifier?
    package let seals: [Identifier]
    package let billOfLading: Identifier?
    /// The wording of the declaration.
    package let goodsDescription: FreeText?
    /// The day on which the referral arrived: names the shift, never leaves.
    package let referralReceived: CalendarDay?

    package init(
        title: FreeText?,
        vessel: Vessel?,
        containerNumber: Identifier?,
        seals: [Identifier],
        billOfLading: Identifier?,
        goodsDescription: FreeText?,
        referralReceived: CalendarDay?
    ) {
        self.title = title
        self.vessel = vessel
        self.containerNumber = containerNumber
        self.seals = seals
        self.billOfLading = billOfLading
        self.goodsDescription = goodsDescription
        self.referralReceived = referralReceived
    }
}
