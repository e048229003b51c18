// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// What each known kind may and must have in its header.
///
/// The same table stands before signing and before accepting, so that no honest log can stop at an entry that others
/// refuse. Unknown kinds and the reserved ones have no rule. Protocol 5.3.
package enum KindRule {
    /// What a kind asks of subject and parts.
    private struct Requirement {
        var hasSubject: Bool
        var allowedParts: ClosedRange<UInt8>?
        var requiredPart: UInt8?
    }

    /// The rule that this header breaks, nil when it breaks none.
    package static func violation(of header: EntryHeader) -> KindViolation? {
        guard let requirement = Self.requirement(of: header.kind) else { return nil }
        switch (requirement.hasSubject, header.subject) {
        case (true, nil): return .subjectMissing(header.kind)
        case (false, .some): return .subjectPresent(header.kind)
        case (true, .some), (false, nil): break
        }
        for part in header.parts where requirement.allowedParts?.contains(part.ordinal) != true {
            return .partNotAllowed(header.kind, ordinal: part.ordinal)
        }
        if let required = requirement.requiredPart, !header.parts.contains(where: { $0.ordinal == required }) {
            return .partMissing(header.kind, ordinal: required)
        }
        return nil
    }

    private static func requirement(of kind: EntryKind) -> Requirement? {
        let tiers = UInt8(WireConstants.PartOrdinal.publicTier)...UInt8(WireConstants.PartOrdinal.customsTier)
        let originOnly = UInt8(WireConstants.PartOrdinal.originOnly)
        return switch kind {
        case .publish: Requirement(hasSubject: false, allowedParts: tiers)
        case .correct: Requirement(hasSubject: true, allowedParts: tiers)
        case .withdraw, .eraseOrder, .withdrawAcknowledgement: Requirement(hasSubject: true)
        case .receipt, .keyRotate, .audienceEpoch: Requirement(hasSubject: false)
        case .reply:
            Requirement(hasSubject: true, allowedParts: originOnly...originOnly, requiredPart: originOnly)
        default: nil
        }
    }
}
