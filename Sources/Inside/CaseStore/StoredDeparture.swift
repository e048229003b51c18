// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// A batch of releases that departs on one day.
package struct StoredDeparture: Hashable, Sendable {
    package let batchID: String

    /// Raw value of the runtime's state.
    package let state: String

    package let dueOn: CalendarDay

    /// The runtime's record; not read here.
    package let record: [UInt8]

    package init(batchID: String, state: String, dueOn: CalendarDay, record: [UInt8]) {
        self.batchID = batchID
        self.state = state
        self.dueOn = dueOn
        self.record = record
    }
}
