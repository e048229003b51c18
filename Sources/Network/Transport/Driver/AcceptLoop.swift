// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import NIOCore
import Synchronization

/// Takes the connections of a listener and runs them.
///
/// Strangers cost little: only so many may be in the handshake at a time, and each has ten seconds for it.
final class AcceptLoop: Sendable {
    private struct Census {
        var shaking: [LinkID: any Channel] = [:]
        var links = 0
        var isClosed = false
    }

    private let listener: PeerListener
    private let resources: DriverResources
    private let census = Mutex(Census())

    init(listener: PeerListener, resources: DriverResources) {
        self.listener = listener
        self.resources = resources
    }

    /// Runs until the listening socket is closed and every link of it has ended.
    func run() async {
        await withDiscardingTaskGroup { group in
            do {
                try await self.listener.channel.executeThenClose { connections in
                    for try await shaking in connections {
                        group.addTask { await self.serve(shaking) }
                    }
                }
            } catch {
                // Accepting failed for good, for example for want of file descriptors. Links that stand go on.
                self.resources.journal.workFailed(error)
            }
            self.endHandshakes()
        }
    }

    private func endHandshakes() {
        let channels = self.census.withLock { census in
            census.isClosed = true
            return Array(census.shaking.values)
        }
        for channel in channels {
            channel.close(promise: nil)
        }
    }

    private func serve(_ shaking: ShakingLink) async {
        let link = self.resources.numbers.next()
        let isWelcome = self.census.withLock { census in
            guard !census.isClosed, census.shaking.count < TransportLimit.shakingLinks,
                census.links < TransportLimit.links
            else { return false }
            census.shaking[link] = shaking.channel.channel
            return true
        }
        guard isWelcome else { return await Self.turnAway(shaking) }
        let session = LinkSession(
            link: link,
            shaking: shaking,
            direction: .inbound,
            target: nil,
            mailbox: self.resources.mailbox,
            board: self.resources.board,
            admitted: { self.admitted(link) }
        )
        do {
            try await session.run()
            self.census.withLock { $0.links -= 1 }
        } catch {
            self.census.withLock { _ = $0.shaking.removeValue(forKey: link) }
            self.resources.journal.refused(from: shaking.remote, error)
        }
    }

    private func admitted(_ link: LinkID) {
        self.census.withLock { census in
            census.shaking.removeValue(forKey: link)
            census.links += 1
        }
    }

    private static func turnAway(_ shaking: ShakingLink) async {
        do {
            try await shaking.channel.executeThenClose { _, _ in }
        } catch {
            // It is gone either way.
        }
    }
}
