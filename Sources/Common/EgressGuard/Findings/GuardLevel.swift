// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How far a text is meant to travel.
///
/// Narrowest first. The guard knows no policy; callers map their confidentiality level to one of these.
package enum GuardLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Customs administrations: dates and clock times are flagged only.
    case customs
    /// Trusted partners: exact dates, clock times, quotations and group descriptions are removed.
    case partners
    /// Everybody.
    case everyone = "public"

    private var width: Int {
        switch self {
        case .customs: 0
        case .partners: 1
        case .everyone: 2
        }
    }

    package static func < (left: GuardLevel, right: GuardLevel) -> Bool {
        left.width < right.width
    }
}
