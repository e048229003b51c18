// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
package import NIOCore
import NIOPosix

/// Listens for peers and hands out their connections while they shake hands.
package struct PeerListener: Sendable {
    /// The bound socket.
    package let channel: NIOAsyncChannel<ShakingLink, Never>

    /// Where it listens; the port is the real one also when 0 was asked for.
    package let address: PeerAddress

    /// Binds a socket.
    ///
    /// - Parameters:
    ///   - address: where to listen.
    ///   - group: event loops of the accepted links.
    ///   - tls: this endpoint's settings.
    ///   - admission: who may connect.
    /// - Returns: the listener, accepting already.
    /// - Throws: ``TransportSetupError`` which says what to do.
    package static func bind(
        to address: PeerAddress,
        group: any EventLoopGroup,
        tls: LinkTLS,
        admission: PeerAdmission
    ) async throws -> PeerListener {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        do {
            let channel: NIOAsyncChannel<ShakingLink, Never>
            switch address {
            case .tcp(let host, let port):
                channel = try await bootstrap.childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .bind(host: host, port: port) { child in
                        LinkPipeline.configure(child, side: .server, tls: tls, admission: admission)
                    }
            case .unix(let path):
                channel = try await bootstrap.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) {
                    child in
                    LinkPipeline.configure(child, side: .server, tls: tls, admission: admission)
                }
            }
            return PeerListener(channel: channel, address: Self.bound(address, to: channel.channel.localAddress))
        } catch {
            throw Self.setupError(error, address: address)
        }
    }

    private static func bound(_ asked: PeerAddress, to local: SocketAddress?) -> PeerAddress {
        guard case .tcp(let host, _) = asked, let port = local?.port else { return asked }
        return .tcp(host: host, port: port)
    }

    private static func setupError(_ error: any Error, address: PeerAddress) -> any Error {
        switch error {
        case let error as IOError:
            switch error.errnoCode {
            case EADDRINUSE: TransportSetupError.portInUse(address)
            case EADDRNOTAVAIL: TransportSetupError.addressNotAvailable(address)
            case EACCES, EPERM: TransportSetupError.notPermitted(address)
            default: TransportSetupError.cannotListen(address, errno: error.errnoCode)
            }
        case is SocketAddressError:
            TransportSetupError.unknownHost(address)
        default:
            error
        }
    }
}
