// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a known value is, which decides the variants that are derived from it.
package enum GuardKeyKind: String, Hashable, Sendable, CaseIterable {
    case personName = "person-name"
    case nickname
    case employer
    case role
    case email
    case phone
    case staffNumber = "staff-number"
    case username
    case vessel
    case place
    case reference
    case referralTime = "referral-time"
    case imoNumber = "imo-number"
    case mmsi
    case callSign = "call-sign"
    case voyage
    case operatorName = "operator"
    case containerNumber = "container-number"
    case seal
    case billOfLading = "bill-of-lading"
    case releaseCode = "release-code"
    /// Any other value: matched as it stands and in the canonical views only.
    case other

    /// The rule that a match of such a key is reported under.
    package var rule: String { "vault.\(self.rawValue)" }
}
