// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Transport

/// Stands between two members and writes down, in the clear, every byte that they say to each other.
///
/// Possible only because the demo made all TLS keys: the tap shows the relay's certificate to whoever dials, finds the
/// dialler's own key among those it was given, and dials the relay with it. To both sides it is the other. No program
/// but the demo and the tests has this code, and none runs it against keys that it did not make.
package struct LinkTap: Sendable {
    package struct Identity: Sendable {
        package let member: String
        package let identity: TLSIdentity

        package init(member: String, identity: TLSIdentity) {
            self.member = member
            self.identity = identity
        }
    }

    /// Where diallers are awaited: the relay's address in the roster.
    package let listenPort: Int
    /// Where the relay really listens.
    package let relayPort: Int
    /// The relay's own identity, shown to diallers.
    package let relay: Identity
    /// All identities that may dial.
    package let diallers: [Identity]
    /// Captures go here: `<dialler>--<relay>.<n>.up` and `.down`.
    package let folder: URL

    package init(listenPort: Int, relayPort: Int, relay: Identity, diallers: [Identity], folder: URL) {
        self.listenPort = listenPort
        self.relayPort = relayPort
        self.relay = relay
        self.diallers = diallers
        self.folder = folder
    }

    private typealias Link = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Accepts and relays links until it is cancelled.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let server = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: self.listenPort) { channel in
                channel.eventLoop.makeCompletedFuture { try Self.accept(channel, as: self.relay.identity) }
            }
        let counter = Atomic(0)
        try await server.executeThenClose { links in
            try await withThrowingDiscardingTaskGroup { tasks in
                for try await (link, peer) in links {
                    let number = counter.add(1, ordering: .relaxed).newValue
                    tasks.addTask {
                        do {
                            try await self.relay(link, peer: peer, number: number)
                        } catch {
                            // One side hung up, as links do; the capture up to there is complete.
                        }
                    }
                }
            }
        }
    }

    private static func accept(_ channel: any Channel, as identity: TLSIdentity) throws -> (Link, PeerHash) {
        let peer = PeerHash()
        let tls = try LinkTLS(identity: identity)
        let handler = NIOSSLServerHandler(
            context: tls.server,
            customVerificationCallback: { certificates, promise in
                do {
                    guard let leaf = certificates.first else {
                        promise.succeed(.failed)
                        return
                    }
                    peer.set(Hashing.sha256(try leaf.extractPublicKey().toSPKIBytes()))
                    promise.succeed(.certificateVerified)
                } catch {
                    promise.succeed(.failed)
                }
            }
        )
        try channel.pipeline.syncOperations.addHandler(handler)
        return (try Link(wrappingChannelSynchronously: channel), peer)
    }

    private func relay(_ link: Link, peer: PeerHash, number: Int) async throws {
        try await link.executeThenClose { inbound, outbound in
            // The first bytes come after the handshake, so that the dialler is known by then.
            var iterator = inbound.makeAsyncIterator()
            guard let first = try await iterator.next(),
                let dialler = self.diallers.first(where: { $0.identity.subjectPublicKeyInfoHash == peer.get() })
            else { return }
            let upstream = try await self.dial(as: dialler.identity)
            let name = "\(dialler.member)--\(self.relay.member).\(number)"
            let up = try CaptureFile(self.folder.appending(path: "\(name).up"))
            let down = try CaptureFile(self.folder.appending(path: "\(name).down"))
            try await upstream.executeThenClose { answers, forward in
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask {
                        for try await bytes in answers {
                            try down.append(bytes)
                            try await outbound.write(bytes)
                        }
                        outbound.finish()
                    }
                    try up.append(first)
                    try await forward.write(first)
                    while let bytes = try await iterator.next() {
                        try up.append(bytes)
                        try await forward.write(bytes)
                    }
                    forward.finish()
                    try await tasks.waitForAll()
                }
            }
        }
    }

    private func dial(as identity: TLSIdentity) async throws -> Link {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: self.relayPort) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(
                        context: try LinkTLS(identity: identity).client,
                        serverHostname: nil,
                        customVerificationCallback: { _, promise in promise.succeed(.certificateVerified) }
                    )
                    try channel.pipeline.syncOperations.addHandler(handler)
                    return try Link(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// Hash of the dialler's public key, known once the handshake has run.
    private final class PeerHash: Sendable {
        private let value = Mutex<[UInt8]>([])

        func set(_ hash: [UInt8]) { self.value.withLock { $0 = hash } }
        func get() -> [UInt8] { self.value.withLock { $0 } }
    }
}
