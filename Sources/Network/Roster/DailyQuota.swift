// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a member may publish in a day before relays slow it down; never a reason to refuse.
///
/// Protocol 2.
package struct DailyQuota: Hashable, Sendable {
    /// Entries a day.
    package let entries: UInt64
    /// Bytes of headers, cores and parts a day.
    package let bytes: UInt64

    package init(entries: UInt64, bytes: UInt64) {
        self.entries = entries
        self.bytes = bytes
    }

    /// Plenty for an office: 500 entries and 8 MiB a day.
    package static let standard = DailyQuota(entries: 500, bytes: 8 * 1024 * 1024)
}
