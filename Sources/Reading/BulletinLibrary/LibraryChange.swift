// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger

/// What one entry of the archive means for readers.
package enum LibraryChange: Sendable {
    /// A bulletin, new or opened further because a key arrived.
    case bulletin(LibraryBulletin, replaces: EntryID?)
    case withdrawal(EntryID, of: EntryID, by: SigningPublicKey, reason: String)
    case acknowledgement(of: EntryID, by: SigningPublicKey)
    case reply(LibraryReply)
    /// A member's desk says that it holds each of these logs up to there.
    case receipt(by: SigningPublicKey, heads: [LogHead])
    case agreementKey(MemberAgreementKey)
    case audienceEpoch(PublishedAudienceEpoch)
}

/// A member's current key for sealing to it.
package struct MemberAgreementKey: Hashable, Sendable {
    package let member: SigningPublicKey
    package let key: [UInt8]
    /// Days since 1970-01-01.
    package let days: ClosedRange<UInt64>

    package init(member: SigningPublicKey, key: [UInt8], days: ClosedRange<UInt64>) {
        self.member = member
        self.key = key
        self.days = days
    }
}

/// An audience's key as its hub published it, named by hub, audience and number.
package struct PublishedAudienceEpoch: Hashable, Sendable {
    package let audience: String
    package let epoch: UInt64
    package let key: [UInt8]
    /// Days since 1970-01-01.
    package let days: ClosedRange<UInt64>
    package let issuer: SigningPublicKey
    package let entry: EntryID
    /// Life of the hub's log, and place in it, of the entry.
    package let logEpoch: UInt64
    package let sequence: UInt64

    package init(
        audience: String,
        epoch: UInt64,
        key: [UInt8],
        days: ClosedRange<UInt64>,
        issuer: SigningPublicKey,
        entry: EntryID,
        logEpoch: UInt64,
        sequence: UInt64
    ) {
        self.audience = audience
        self.epoch = epoch
        self.key = key
        self.days = days
        self.issuer = issuer
        self.entry = entry
        self.logEpoch = logEpoch
        self.sequence = sequence
    }
}
