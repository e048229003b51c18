// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// Which case a published entry came from: known at its origin only, and never told.
package struct PublishedEntry: Hashable, Sendable {
    /// 32 bytes.
    package let entryID: [UInt8]

    package let caseID: CaseID

    /// Digest of the release.
    package let digest: [UInt8]

    package let day: CalendarDay

    package init(entryID: [UInt8], caseID: CaseID, digest: [UInt8], day: CalendarDay) {
        self.entryID = entryID
        self.caseID = caseID
        self.digest = digest
        self.day = day
    }
}
