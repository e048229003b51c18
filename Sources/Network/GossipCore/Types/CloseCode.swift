// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Why a side closes a link (protocol 4.2).
package enum CloseCode: Hashable, Sendable, CaseIterable {
    case goingAway
    case notInRoster
    case unknownFrameType
    case malformed
    case overLimit
    case otherNetwork
    case noCommonVersion
    case badSignature
    case duplicateLink
    case idle
    case internalFailure

    /// The number in BYE.
    package var wireCode: UInt64 {
        switch self {
        case .goingAway: WireConstants.CloseCode.goingAway
        case .notInRoster: WireConstants.CloseCode.notInRoster
        case .unknownFrameType: WireConstants.CloseCode.unknownFrameType
        case .malformed: WireConstants.CloseCode.malformed
        case .overLimit: WireConstants.CloseCode.overLimit
        case .otherNetwork: WireConstants.CloseCode.otherNetwork
        case .noCommonVersion: WireConstants.CloseCode.noCommonVersion
        case .badSignature: WireConstants.CloseCode.badSignature
        case .duplicateLink: WireConstants.CloseCode.duplicateLink
        case .idle: WireConstants.CloseCode.idle
        case .internalFailure: WireConstants.CloseCode.internalFailure
        }
    }

    /// The reason that a number in BYE stands for; nil for one of a later version.
    package init?(wireCode: UInt64) {
        guard let code = Self.allCases.first(where: { $0.wireCode == wireCode }) else { return nil }
        self = code
    }
}
