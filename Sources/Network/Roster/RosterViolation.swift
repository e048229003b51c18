// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The rule that a roster, or one of its members, breaks.
///
/// Protocol 2.
package enum RosterViolation: Error, Hashable, Sendable {
    // The roster
    case epochIsZero
    /// A roster before must be named exactly when the epoch is not 1.
    case previousHashMismatch
    case numberTooLarge
    /// The threshold is zero, or more than there are roots.
    case thresholdOutOfRange
    case malformedRoots
    case duplicateRoot
    case tooManyRoots
    case tooManyMembers
    case duplicateName
    case duplicateEndpoint

    // One member
    case malformedMember
    case malformedKey
    case membersNotAscending
    case malformedName
    case malformedText
    case malformedCountry
    case malformedWord
    case wordsNotAscending
    case malformedEndpoint
    case tooManyEndpoints
    case malformedAddress
    case malformedClosure
    case malformedQuota
}
