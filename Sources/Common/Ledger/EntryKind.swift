// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// What an entry is about.
///
/// A number and not a closed list: entries of kinds that this program does not know are verified, stored and passed
/// on, so that old nodes do not split the network. Protocol 5.3.
package struct EntryKind: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    package static let publish = EntryKind(rawValue: WireConstants.Kind.publish)
    package static let correct = EntryKind(rawValue: WireConstants.Kind.correct)
    package static let withdraw = EntryKind(rawValue: WireConstants.Kind.withdraw)
    package static let eraseOrder = EntryKind(rawValue: WireConstants.Kind.eraseOrder)
    package static let withdrawAcknowledgement = EntryKind(rawValue: WireConstants.Kind.withdrawAcknowledgement)
    package static let receipt = EntryKind(rawValue: WireConstants.Kind.receipt)
    package static let reply = EntryKind(rawValue: WireConstants.Kind.reply)
    package static let keyRotate = EntryKind(rawValue: WireConstants.Kind.keyRotate)
    package static let audienceEpoch = EntryKind(rawValue: WireConstants.Kind.audienceEpoch)
    package static let policy = EntryKind(rawValue: WireConstants.Kind.policy)
    package static let vocabulary = EntryKind(rawValue: WireConstants.Kind.vocabulary)
    package static let cosignature = EntryKind(rawValue: WireConstants.Kind.cosignature)
    package static let cover = EntryKind(rawValue: WireConstants.Kind.cover)
    package static let statisticsReturn = EntryKind(rawValue: WireConstants.Kind.statisticsReturn)
    package static let note = EntryKind(rawValue: WireConstants.Kind.note)

    /// Kinds that carry a signed bulletin.
    package var isBulletin: Bool { self == .publish || self == .correct }

    /// The name in the protocol page, for logs and listings; "kind-N" for one that this program does not know.
    package var name: String {
        switch self {
        case .publish: "publish"
        case .correct: "correct"
        case .withdraw: "withdraw"
        case .eraseOrder: "erase-order"
        case .withdrawAcknowledgement: "withdraw-ack"
        case .receipt: "receipt"
        case .reply: "reply"
        case .keyRotate: "key-rotate"
        case .audienceEpoch: "audience-epoch"
        case .policy: "policy"
        case .vocabulary: "vocabulary"
        case .cosignature: "cosignature"
        case .cover: "cover"
        case .statisticsReturn: "statistics-return"
        case .note: "note"
        default: "kind-\(self.rawValue)"
        }
    }
}

extension EntryKind: CustomStringConvertible {
    package var description: String { self.name }
}
