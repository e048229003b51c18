// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import NIOCore
import NIOSSL

/// Puts the handlers of a link into a new channel: TLS, frames, gate.
enum LinkPipeline {
    /// Frames that wait in a channel before its socket is read no further, and from which on it is read again.
    private static let inboundWatermarks = (low: 4, high: 16)

    /// Which side of TLS this end is.
    enum Side {
        case server
        /// Dials the endpoint with this key.
        case client(expected: [UInt8])
    }

    /// Configures a channel; called on its event loop, before its first byte.
    ///
    /// - Parameters:
    ///   - channel: new.
    ///   - side: of TLS.
    ///   - tls: this endpoint's settings.
    ///   - admission: who may be on the other side.
    /// - Returns: the link, with its handshake under way.
    static func configure(
        _ channel: any Channel,
        side: Side,
        tls: LinkTLS,
        admission: PeerAdmission
    ) -> EventLoopFuture<ShakingLink> {
        channel.eventLoop.makeCompletedFuture {
            let promise = channel.eventLoop.makePromise(of: PeerIdentity.self)
            do {
                try Self.addHandlers(to: channel, side: side, tls: tls, admission: admission, promise: promise)
                let frames = try NIOAsyncChannel<Frame, Frame>(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(
                        backPressureStrategy: .init(
                            lowWatermark: Self.inboundWatermarks.low,
                            highWatermark: Self.inboundWatermarks.high
                        )
                    )
                )
                return ShakingLink(
                    channel: frames,
                    peer: promise.futureResult,
                    remote: channel.remoteAddress.map { "\($0)" } ?? ""
                )
            } catch {
                promise.fail(LinkFailure.handshakeFailed)
                throw error
            }
        }
    }

    private static func addHandlers(
        to channel: any Channel,
        side: Side,
        tls: LinkTLS,
        admission: PeerAdmission,
        promise: EventLoopPromise<PeerIdentity>
    ) throws {
        let pipeline = channel.pipeline.syncOperations
        let gate: HandshakeGate
        switch side {
        case .server:
            let linger = LingeringClose()
            gate = HandshakeGate(admission: admission, expected: nil, linger: linger, promise: promise)
            try pipeline.addHandler(linger)
            try pipeline.addHandler(
                NIOSSLServerHandler(context: tls.server) { chain, result in
                    result.succeed(gate.verify(chain))
                }
            )
        case .client(let expected):
            gate = HandshakeGate(admission: admission, expected: expected, linger: nil, promise: promise)
            try pipeline.addHandler(
                NIOSSLClientHandler(context: tls.client, serverHostname: nil) { chain, result in
                    result.succeed(gate.verify(chain))
                }
            )
        }
        try pipeline.addHandler(ByteToMessageHandler(FrameDecoder()))
        try pipeline.addHandler(MessageToByteHandler(FrameEncoder()))
        try pipeline.addHandler(gate)
    }
}
