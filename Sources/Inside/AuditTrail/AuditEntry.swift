// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// An event with its place in the chain.
package struct AuditEntry: Hashable, Sendable {
    package let number: Int64
    /// Days since 1970-01-01.
    package let day: UInt64
    package let event: AuditEvent
    /// Hash of this entry and of the one before.
    package let hash: [UInt8]
}

/// The first place where the trail is not what was written.
package enum AuditFault: Error, Hashable, Sendable {
    /// The entry with this number does not fit its hash, or the one before.
    case alteredEntry(number: Int64)
    /// Numbers are missing before this one.
    case missingEntries(before: Int64)
    /// The newest entries are missing: the head is further.
    case missingHead
}
