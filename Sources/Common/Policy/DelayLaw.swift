// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// When an approved document may depart.
///
/// Only the spread protects: a fixed delay is no better than haste. Source: confidentiality notes, C4.
package struct DelayLaw: Hashable, Sendable {
    /// Days between the referral and the earliest departure.
    package let minimumAgeDays: Int

    /// Number of following batches of which one is drawn, at least 1.
    package let batchSpread: Int

    /// Days for a bulletin that gives a method only, without place and date.
    package let urgentMinimumAgeDays: Int

    /// Bulletins in each month's batch, filled up with covers; nil sends what there is.
    package let batchSize: Int?

    package init(minimumAgeDays: Int, batchSpread: Int, urgentMinimumAgeDays: Int, batchSize: Int? = nil) {
        self.minimumAgeDays = minimumAgeDays
        self.batchSpread = batchSpread
        self.urgentMinimumAgeDays = urgentMinimumAgeDays
        self.batchSize = batchSize
    }
}
