// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// A bulletin that is this office's business, and why.
package struct Alert: Hashable, Sendable, Identifiable {
    package enum State: String, Sendable {
        case new
        case acknowledged
        case answered
    }

    /// Running number of this desk; never leaves it.
    package let id: Int64
    package let subscription: String
    /// Entry of the bulletin.
    package let entry: EntryID
    package let urgency: String
    package let reasons: [String]
    package let state: State
    /// What was answered: "seen" or "not-seen".
    package let answer: String?

    package init(
        id: Int64,
        subscription: String,
        entry: EntryID,
        urgency: String,
        reasons: [String],
        state: State,
        answer: String?
    ) {
        self.id = id
        self.subscription = subscription
        self.entry = entry
        self.urgency = urgency
        self.reasons = reasons
        self.state = state
        self.answer = answer
    }
}
