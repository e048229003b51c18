// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A bulletin of a log that does not keep the rules, and the first one that it breaks.
package enum BulletinRejection: Error, Hashable, Sendable {
    /// A rule of RFC 9901 or of the profile.
    case signedPart(SDJWTRejection)
    case headerNotExact
    case keyIdentifierMismatch
    /// The payload is not written in the one way that everybody reproduces.
    case payloadNotExact
    case memberMissing
    case memberUnknown
    case issuerMalformed
    case issuerMismatch
    case documentTypeUnknown
    case identifierMalformed
    case monthMalformed
    case digestAlgorithmMissing
    case digestsMalformed
    case policyMalformed
    case tiersMalformed
    case supersedesMalformed
    /// Parts and tiers of the signed part do not name the same ordinals in the same order.
    case partsMismatch
    case partHashMismatch(Tier)
    case bundleMalformed(Tier)
    case sealing(Tier, TierSealingError)
    case claimNameNotAllowed(Tier, index: Int)
    case saltMalformed(Tier, index: Int)
    /// A disclosed value contains digests of its own; bulletins are flat.
    case nestedDigests
}

extension BulletinRejection {
    /// The rule that was broken, as a reader finds it.
    package var rule: String {
        switch self {
        case .signedPart(let rejection): rejection.rule
        case .partsMismatch, .partHashMismatch: "protocol 6.1: ct"
        case .bundleMalformed: "protocol 6.2: bundle"
        case .sealing(_, .keyCommitmentMismatch): "protocol 6.2: kc"
        case .sealing: "protocol 6.2: sealed"
        default: "protocol 6.1"
        }
    }
}
