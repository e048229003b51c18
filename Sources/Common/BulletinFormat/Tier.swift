// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// A group of disclosures that one audience reads.
///
/// The raw value is the ordinal of the part that carries it (protocol 5.2). A reader of a higher tier also reads the
/// lower ones.
package enum Tier: UInt8, CaseIterable, Comparable, Hashable, Sendable {
    case everyone = 0
    case partners = 1
    case customs = 2

    package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }

    /// Whether the bundle of this tier is sealed to keys; the public one travels open (protocol 6.2).
    package var isSealed: Bool { self != .everyone }

    /// The audience of the roster whose epoch key opens this tier; nil for the public one (protocol 2).
    package var audience: String? {
        switch self {
        case .everyone: nil
        case .partners: "partners"
        case .customs: "customs"
        }
    }

    /// The tier in which a value of this level travels; nil for a level that never leaves the origin.
    package init?(level: ConfidentialityLevel) {
        switch level {
        case .originOnly: return nil
        case .customs: self = .customs
        case .partners: self = .partners
        case .everyone: self = .everyone
        }
    }

    /// The level that a reader of this tier has.
    package var level: ConfidentialityLevel {
        switch self {
        case .everyone: .everyone
        case .partners: .partners
        case .customs: .customs
        }
    }
}
