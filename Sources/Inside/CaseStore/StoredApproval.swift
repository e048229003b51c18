// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// An officer's approval of one manifest, with the runtime's signed bytes.
package struct StoredApproval: Hashable, Sendable {
    package let digest: [UInt8]
    package let officer: String
    package let day: CalendarDay

    /// The signed approval; not read here.
    package let record: [UInt8]

    package init(digest: [UInt8], officer: String, day: CalendarDay, record: [UInt8]) {
        self.digest = digest
        self.officer = officer
        self.day = day
        self.record = record
    }
}
