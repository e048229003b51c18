// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Diagnostics
import Logging
import Roster
import ServiceLifecycle
import Transport
import UnixSignals
import WireFormat

/// Reads roster.bin again on SIGHUP.
struct RosterReload: Service {
    let home: RelayHome
    let node: GossipNode
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            await self.reload()
        }
    }

    /// Puts roster.bin in place if it is the next roster; otherwise says why not and changes nothing.
    func reload() async {
        do {
            guard let file = try HomeFile.read(self.home.roster, limit: WireConstants.Limit.rosterBytes) else {
                throw RelayFailure.rosterMissing
            }
            let roster = try await self.node.replaceRoster(file)
            self.logger.notice("roster reloaded", metadata: .fields([.epoch: "\(roster.epoch)"]))
        } catch {
            self.logger.warning(
                "roster.bin was not taken; the roster in use stays",
                metadata: .fields([.reason: "\(error)"])
            )
        }
    }
}
