// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Who may read a value, narrowest first.
///
/// A reader of one level also reads everything at the wider levels. Source: vocabulary `confidentiality`.
package enum ConfidentialityLevel: String, Hashable, Sendable, CaseIterable {
    /// Never leaves the desk, in no form and to nobody, not even encrypted.
    case originOnly = "origin-only"
    /// Customs administrations.
    case customs
    /// Customs and the vetted trade partners of the network.
    case partners
    /// Anyone; written `public`.
    case everyone = "public"

    /// Ordinal of the tier that carries the level; `nil` for what never travels.
    ///
    /// Protocol 5.2.
    package var tierOrdinal: UInt8? {
        switch self {
        case .originOnly: nil
        case .customs: 2
        case .partners: 1
        case .everyone: 0
        }
    }

    /// The levels that travel, widest first.
    package static let travelling: [ConfidentialityLevel] = [.everyone, .partners, .customs]

    /// Whether a reader cleared for this level may see a value of another level.
    package func mayRead(_ other: ConfidentialityLevel) -> Bool { self <= other && other != .originOnly }

    private var width: Int {
        switch self {
        case .originOnly: 0
        case .customs: 1
        case .partners: 2
        case .everyone: 3
        }
    }
}

extension ConfidentialityLevel: Comparable {
    package static func < (left: ConfidentialityLevel, right: ConfidentialityLevel) -> Bool {
        left.width < right.width
    }
}
