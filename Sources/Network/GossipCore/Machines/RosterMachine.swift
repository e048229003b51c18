// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Fetches a newer signed roster from one peer at a time.
struct RosterMachine: Sendable {
    private struct Transfer: Sendable {
        let link: LinkID
        let epoch: UInt64
        var bytes: [UInt8] = []
        var total: UInt64?
        var until: MonotonicTime
    }

    enum ChunkVerdict: Equatable, Sendable {
        case ignored
        case needsMore
        case complete([UInt8])
        /// Chunks that do not fit together, or too many bytes.
        case malformed
    }

    private var transfer: Transfer?

    var isIdle: Bool { self.transfer == nil }

    /// Starts to fetch; false while another transfer is under way.
    mutating func start(from link: LinkID, epoch: UInt64, at now: MonotonicTime) -> Bool {
        guard self.transfer == nil else { return false }
        self.transfer = Transfer(link: link, epoch: epoch, until: now.advanced(by: GossipLimit.rosterTimeout))
        return true
    }

    mutating func chunkArrived(
        _ chunk: GossipMessage.RosterChunk,
        from link: LinkID,
        at now: MonotonicTime
    ) -> ChunkVerdict {
        guard var transfer = self.transfer, transfer.link == link, transfer.epoch == chunk.epoch else {
            return .ignored
        }
        guard chunk.total <= UInt64(GossipLimit.rosterBytes), chunk.total == transfer.total ?? chunk.total,
            chunk.offset == UInt64(transfer.bytes.count), !chunk.bytes.isEmpty,
            chunk.offset + UInt64(chunk.bytes.count) <= chunk.total
        else {
            self.transfer = nil
            return .malformed
        }
        transfer.total = chunk.total
        transfer.bytes += chunk.bytes
        transfer.until = now.advanced(by: GossipLimit.rosterTimeout)
        guard UInt64(transfer.bytes.count) == chunk.total else {
            self.transfer = transfer
            return .needsMore
        }
        self.transfer = nil
        return .complete(transfer.bytes)
    }

    /// The link that let a transfer stand still, if one did.
    mutating func expire(at now: MonotonicTime) -> LinkID? {
        guard let transfer = self.transfer, transfer.until <= now else { return nil }
        self.transfer = nil
        return transfer.link
    }

    mutating func linkLost(_ link: LinkID) {
        if self.transfer?.link == link { self.transfer = nil }
    }

    /// The pieces of a signed roster to send.
    static func chunks(of signedRoster: [UInt8], epoch: UInt64) -> [GossipMessage.RosterChunk] {
        stride(from: 0, to: signedRoster.count, by: GossipLimit.rosterChunkBytes).map { offset in
            let end = min(offset + GossipLimit.rosterChunkBytes, signedRoster.count)
            return GossipMessage.RosterChunk(
                epoch: epoch,
                offset: UInt64(offset),
                total: UInt64(signedRoster.count),
                bytes: Array(signedRoster[offset..<end])
            )
        }
    }
}
