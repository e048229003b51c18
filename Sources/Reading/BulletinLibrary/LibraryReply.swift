// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger

/// A member's answer to a bulletin: a region for everybody, the answer itself for the origin's desk alone.
package struct LibraryReply: Hashable, Sendable {
    package let entry: EntryID
    package let subject: EntryID
    package let member: SigningPublicKey
    package let region: String
    /// "seen", "not-seen" or "unclear"; nil where this desk cannot open it.
    package let answer: String?
    /// Band of the count, nil as above.
    package let countBand: String?

    package init(
        entry: EntryID,
        subject: EntryID,
        member: SigningPublicKey,
        region: String,
        answer: String?,
        countBand: String?
    ) {
        self.entry = entry
        self.subject = subject
        self.member = member
        self.region = region
        self.answer = answer
        self.countBand = countBand
    }
}
