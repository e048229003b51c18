// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger

/// Names one life of one log.
struct LogName: Hashable {
    let origin: SigningPublicKey
    let logEpoch: UInt64
}

/// What is known about how far a peer is.
struct PeerProgress {
    /// Sequences that the peer named as its own.
    private(set) var theirs: [LogName: UInt64] = [:]
    /// Sequences sent on the open link and not yet named by the peer.
    private var sent: [LogName: UInt64] = [:]
    private var hasCompared = false

    /// The peer holds an entry.
    mutating func learned(_ log: LogName, _ sequence: UInt64) {
        self.theirs[log] = max(self.theirs[log] ?? 0, sequence)
    }

    /// The peer named all its heads.
    mutating func compared(_ heads: [LogName: UInt64]) {
        self.theirs = heads
        self.hasCompared = true
    }

    /// An entry went out on the open link.
    mutating func sent(_ log: LogName, _ sequence: UInt64) {
        self.sent[log] = max(self.sent[log] ?? 0, sequence)
    }

    /// The link is gone: what was under way may be lost.
    mutating func linkEnded() {
        self.sent = [:]
    }

    func incoming(own: [LogName: UInt64]) -> SyncState {
        guard self.hasCompared else { return .unknown }
        return Self.state(missing: self.theirs.reduce(0) { $0 + Self.gap(from: own[$1.key] ?? 0, to: $1.value) })
    }

    func outgoing(own: [LogName: UInt64]) -> SyncState {
        guard self.hasCompared else { return .unknown }
        return Self.state(
            missing: own.reduce(0) { total, head in
                let reached = max(self.theirs[head.key] ?? 0, self.sent[head.key] ?? 0)
                return total + Self.gap(from: reached, to: head.value)
            }
        )
    }

    private static func gap(from reached: UInt64, to head: UInt64) -> UInt64 {
        head > reached ? head - reached : 0
    }

    private static func state(missing: UInt64) -> SyncState {
        missing == 0 ? .inStep : .behind(missing)
    }
}
