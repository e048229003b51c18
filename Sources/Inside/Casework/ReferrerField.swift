// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a value of a referrer's record is.
///
/// Raw values stand inside the seal and are never renumbered.
package enum ReferrerField: UInt8, Hashable, Sendable, CaseIterable {
    case stakeholder = 1
    case name = 2
    case alias = 3
    case role = 4
    case employer = 5
    case employerAlias = 6
    case email = 7
    case phone = 8
    case staffNumber = 9
    case vessel = 10
    case place = 11
    case language = 12
    case channel = 13
    case reference = 14
    case receivedAt = 15
    case wishes = 16
    /// Says inside the seal that the record is a canary's, and belongs to nobody.
    case canary = 17
}
