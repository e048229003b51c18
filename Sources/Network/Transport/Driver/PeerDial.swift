// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore

/// One attempt to reach a peer, and the link that comes of it.
struct PeerDial: Sendable {
    let target: DialTarget
    let attempt: DialAttempt
    let resources: DriverResources

    /// Runs until the link that was made ends, or the attempt failed.
    func run() async {
        do {
            try await self.connectAndRun()
        } catch {
            self.resources.mailbox.post(.dialEnded(self.target, error))
        }
    }

    private func connectAndRun() async throws(LinkFailure) {
        let address: PeerAddress
        do {
            address = try PeerAddress(self.target.address)
        } catch {
            throw .badAddress
        }
        let shaking = try await self.resources.dialer.connect(
            to: address,
            expecting: self.target.peer.endpointHash,
            attempt: self.attempt
        )
        let session = LinkSession(
            link: self.resources.numbers.next(),
            shaking: shaking,
            direction: .outbound,
            target: self.target,
            mailbox: self.resources.mailbox,
            board: self.resources.board
        )
        try await session.run()
    }
}
