// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// An answer that waits for the next batch: the hour of an answer says who was at work.
package struct QueuedReply: Hashable, Sendable {
    /// Entry of the bulletin answered.
    package let subject: EntryID
    package let answer: String
    package let countBand: String
    /// Day on which it was given, days since 1970-01-01.
    package let day: UInt64

    package init(subject: EntryID, answer: String, countBand: String, day: UInt64) {
        self.subject = subject
        self.answer = answer
        self.countBand = countBand
        self.day = day
    }
}
