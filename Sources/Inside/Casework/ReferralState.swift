// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How far a referral has come; the words that a referrer is told (domain 3e).
package enum ReferralState: String, Hashable, Sendable, Codable, CaseIterable {
    case received
    case validated
    case assessed
    case acted
    case closed
}
