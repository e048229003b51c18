// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger

/// How a node treats what its core wants to say.
enum Behaviour: Sendable, CaseIterable {
    case honest
    /// Greets and gives signs of life, nothing else.
    case silent
    /// Passes headers on and never a body.
    case headerOnly
    /// Says HAVE for every header and never gives a body.
    case liar

    /// What goes out instead of a message.
    func filtered(_ message: GossipMessage, index: (EntryHeader) -> EntryReference?) -> [GossipMessage] {
        switch (self, message) {
        case (.honest, _): return [message]
        case (_, .hello), (_, .ping), (_, .pong), (_, .bye): return [message]
        case (.silent, _): return []
        case (_, .body), (.headerOnly, .have), (.liar, .have): return []
        case (_, .rangeEntry(let entry)):
            let bare = UnverifiedEntry(headerBytes: entry.entry.headerBytes, signature: entry.entry.signature)
            return [.rangeEntry(GossipMessage.RangeEntry(request: entry.request, entry: bare))]
        case (.headerOnly, .header(let entry)):
            return [.header(UnverifiedEntry(headerBytes: entry.headerBytes, signature: entry.signature))]
        case (.liar, .header(let entry)):
            let bare = UnverifiedEntry(headerBytes: entry.headerBytes, signature: entry.signature)
            guard let header = Self.decode(entry.headerBytes), let reference = index(header) else { return [] }
            return [.header(bare), .have([reference])]
        default: return [message]
        }
    }

    static func decode(_ bytes: [UInt8]) -> EntryHeader? {
        try? EntryHeader.decode(bytes)
    }
}
