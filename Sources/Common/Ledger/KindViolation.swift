// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The rule of a kind that a header breaks.
package enum KindViolation: Error, Hashable, Sendable {
    /// The kind is about another entry and names none.
    case subjectMissing(EntryKind)
    /// The kind is about no other entry and names one.
    case subjectPresent(EntryKind)
    /// The kind does not have a part of this ordinal.
    case partNotAllowed(EntryKind, ordinal: UInt8)
    /// The kind cannot do without the part of this ordinal.
    case partMissing(EntryKind, ordinal: UInt8)
}
