// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import NIOCore

/// Lets a refused peer read why.
///
/// A TLS 1.3 client has often sent its first frame when the server refuses its certificate. Closing a socket with unread
/// bytes makes the kernel send a reset, which can overtake the alert. So a refused link is first closed for writing and
/// read to its end, for a short time. Stands nearest to the socket; an open link passes through untouched.
final class LingeringClose: ChannelInboundHandler, ChannelOutboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer

    private enum State {
        /// The handshake is under way: a close lingers.
        case armed
        /// The handshake is done: a close is an ordinary one.
        case disarmed
        case lingering([EventLoopPromise<Void>])
    }

    private var state = State.armed

    /// The handshake succeeded.
    func disarm() {
        guard case .armed = self.state else { return }
        self.state = .disarmed
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .lingering = self.state { return }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.succeed()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.succeed()
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch self.state {
        case .disarmed:
            context.close(mode: mode, promise: promise)
        case .lingering(let promises):
            self.state = .lingering(promises + (promise.map { [$0] } ?? []))
        case .armed:
            guard mode == .all else { return context.close(mode: mode, promise: promise) }
            self.state = .lingering(promise.map { [$0] } ?? [])
            context.close(mode: .output, promise: nil)
            context.read()
            let loop = context.eventLoop.assumeIsolated()
            loop.scheduleTask(in: TransportLimit.refusalLingerTime) { [weak self] in
                guard let self, case .lingering = self.state else { return }
                context.close(mode: .all, promise: nil)
            }
        }
    }

    private func succeed() {
        guard case .lingering(let promises) = self.state else { return }
        self.state = .disarmed
        for promise in promises {
            promise.succeed()
        }
    }
}
