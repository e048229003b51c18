// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
import NIOCore
import NIOPosix

/// A Unix socket that gives every caller one answer and hangs up.
///
/// Whoever may enter the socket's directory may ask; there is nothing to send and so nothing to parse.
package struct AnswerListener: Sendable {
    /// Bytes of a socket's path at most, unix(7).
    package static let pathByteLimit = 107

    private let channel: any Channel
    private let path: String

    /// Binds the socket and answers from now on; a socket that a crash left behind is replaced.
    ///
    /// - Parameters:
    ///   - path: in a directory that only this user may enter.
    ///   - group: event loops.
    ///   - answer: called for each caller, on an event loop: must not block.
    /// - Returns: the listener.
    /// - Throws: ``TransportSetupError``.
    static func bind(
        path: String,
        group: any EventLoopGroup,
        answer: @escaping @Sendable () -> [UInt8]
    ) async throws -> AnswerListener {
        guard path.utf8.count <= Self.pathByteLimit else { throw TransportSetupError.socketPathTooLong }
        do {
            let channel = try await ServerBootstrap(group: group)
                .childChannelInitializer { child in
                    child.eventLoop.makeCompletedFuture {
                        try child.pipeline.syncOperations.addHandler(Answerer(answer: answer))
                    }
                }
                .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
            return AnswerListener(channel: channel, path: path)
        } catch let error as IOError {
            throw TransportSetupError.cannotListen(.unix(path: path), errno: error.errnoCode)
        }
    }

    /// Stops to answer and removes the socket.
    func close() {
        self.channel.close(promise: nil)
        unlink(self.path)
    }

    /// Says the answer when somebody calls.
    private final class Answerer: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: @Sendable () -> [UInt8]

        init(answer: @escaping @Sendable () -> [UInt8]) {
            self.answer = answer
        }

        func channelActive(context: ChannelHandlerContext) {
            let buffer = context.channel.allocator.buffer(bytes: self.answer())
            let channel = context.channel
            context.writeAndFlush(self.wrapOutboundOut(buffer)).whenComplete { _ in
                channel.close(promise: nil)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
