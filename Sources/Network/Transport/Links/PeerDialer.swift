// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import NIOCore
import NIOPosix

/// Makes one attempt to connect to a peer.
package struct PeerDialer: Sendable {
    private let group: any EventLoopGroup
    private let tls: LinkTLS
    private let admission: PeerAdmission

    package init(group: any EventLoopGroup, tls: LinkTLS, admission: PeerAdmission) {
        self.group = group
        self.tls = tls
        self.admission = admission
    }

    /// Connects, and starts the handshake.
    ///
    /// - Parameters:
    ///   - address: where the peer listens.
    ///   - expected: the key hash that must be found there.
    ///   - attempt: by which the caller can give up.
    /// - Returns: a link whose handshake is under way.
    /// - Throws: ``LinkFailure``.
    package func connect(
        to address: PeerAddress,
        expecting expected: [UInt8],
        attempt: DialAttempt
    ) async throws(LinkFailure) -> ShakingLink {
        let bootstrap = ClientBootstrap(group: self.group).connectTimeout(TransportLimit.connectTime)
        let tls = self.tls
        let admission = self.admission
        let initializer: @Sendable (any Channel) -> EventLoopFuture<ShakingLink> = { channel in
            attempt.started(channel)
            return LinkPipeline.configure(channel, side: .client(expected: expected), tls: tls, admission: admission)
        }
        do {
            return try await withTaskCancellationHandler {
                switch address {
                case .tcp(let host, let port):
                    try await bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
                        .connect(host: host, port: port, channelInitializer: initializer)
                case .unix(let path):
                    try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: initializer)
                }
            } onCancel: {
                attempt.cancel()
            }
        } catch {
            switch error {
            case let error as NIOConnectionError: throw error.connectionErrors.isEmpty ? .badAddress : .unreachable
            case is SocketAddressError: throw .badAddress
            default: throw .unreachable
            }
        }
    }
}
