// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import NIOCore
import Synchronization

/// Runs one connection from handshake to end.
///
/// Reads frames as fast as the mailbox takes them and writes what the outbox holds as fast as the socket takes it.
struct LinkSession: Sendable {
    let link: LinkID
    let shaking: ShakingLink
    let direction: LinkDirection
    let target: DialTarget?
    let mailbox: Mailbox<DriverInput>
    let board: StatusBoard
    /// Called once when the peer is admitted.
    var admitted: @Sendable () -> Void = {}

    /// Runs until the link is gone.
    ///
    /// - Throws: ``LinkFailure`` when the handshake does not succeed; afterwards an end is reported to the mailbox.
    func run() async throws(LinkFailure) {
        let isAdmitted = Atomic(false)
        do {
            try await self.shaking.channel.executeThenClose { inbound, outbound in
                let peer = try await self.shaking.peer.get()
                isAdmitted.store(true, ordering: .relaxed)
                self.admitted()
                await self.exchange(with: peer, inbound: inbound, outbound: outbound)
            }
        } catch {
            guard isAdmitted.load(ordering: .relaxed) else { throw (error as? LinkFailure) ?? .connectionLost }
            // Closing a socket that is gone already fails, and changes nothing.
        }
        await self.mailbox.send(.linkEnded(self.link), byteCount: 0)
    }

    private func exchange(
        with peer: PeerIdentity,
        inbound: NIOAsyncChannelInboundStream<Frame>,
        outbound: NIOAsyncChannelOutboundWriter<Frame>
    ) async {
        let link = self.link
        let mailbox = self.mailbox
        let outbox = LinkOutbox { mailbox.post(.roomOnLink(link)) }
        let open = OpenLink(
            peer: peer,
            direction: self.direction,
            target: self.target,
            outbox: outbox,
            channel: self.shaking.channel.channel,
            remote: self.shaking.remote
        )
        await mailbox.send(.linkReady(link, open), byteCount: 0)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.write(from: outbox, to: outbound, peer: peer) }
            await self.read(from: inbound, peer: peer, outbox: outbox)
            await group.waitForAll()
        }
    }

    private func write(
        from outbox: LinkOutbox,
        to outbound: NIOAsyncChannelOutboundWriter<Frame>,
        peer: PeerIdentity
    ) async {
        while let frames = await outbox.next() {
            do {
                try await outbound.write(contentsOf: frames)
                self.board.sent(frames, to: peer)
            } catch {
                // The socket is gone; the reader notices as well and ends the link.
                outbox.abandon()
            }
        }
        self.shaking.channel.channel.close(promise: nil)
    }

    private func read(
        from inbound: NIOAsyncChannelInboundStream<Frame>,
        peer: PeerIdentity,
        outbox: LinkOutbox
    ) async {
        var hasSpoken = false
        do {
            for try await frame in inbound {
                self.board.received(frame, from: peer)
                if !hasSpoken {
                    hasSpoken = true
                    self.board.spoke(peer, direction: self.direction)
                }
                do {
                    guard let message = try MessageCodec.decode(frame) else { continue }
                    await self.mailbox.send(
                        .message(self.link, message, byteCount: frame.byteCount),
                        byteCount: frame.byteCount
                    )
                } catch {
                    await self.mailbox.send(.rejected(self.link, .message(error)), byteCount: 0)
                }
            }
        } catch LinkFailure.framing(let error) {
            // The core answers with BYE and a close; until then the writer still runs.
            await self.mailbox.send(.rejected(self.link, .framing(error)), byteCount: 0)
            return
        } catch {
            self.board.failed(peer, (error as? LinkFailure) ?? .connectionLost)
        }
        outbox.abandon()
    }
}
