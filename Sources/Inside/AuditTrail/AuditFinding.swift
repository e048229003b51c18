// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Something in the trail that no run of the program wrote.
package enum AuditFinding: Hashable, Sendable {
    /// Entries are missing, or stand in another order.
    case gap(expected: Int, found: Int)
    /// The row does not hold an entry: unknown kind, other characters, other types.
    case unreadable(sequence: Int)
    /// The contents are not those that were hashed.
    case contentAltered(sequence: Int)
    /// The entry does not name the hash of the one before.
    case chainBroken(sequence: Int)
    /// The entry's own hash does not fit.
    case hashAltered(sequence: Int)
    /// The last entry is not the one that the file says was last: entries were cut off or added.
    case endAltered(expected: Int, found: Int)
    /// The head that was written down elsewhere is not part of this trail.
    case headNotFound(sequence: Int)
    /// SQLite itself finds the file inconsistent.
    case fileInconsistent
}
