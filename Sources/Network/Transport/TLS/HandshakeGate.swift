// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import NIOCore
import NIOSSL
import NIOTLS
import WireFormat

/// Waits until a link's handshake is over, checks what was agreed, and then lets frames pass.
///
/// The admission rule runs twice: in the handshake's certificate callback, so that the peer gets a TLS alert, and on
/// the finished session, because a resumed session has no certificate callback. Without an admitted key no link comes
/// out.
final class HandshakeGate: ChannelInboundHandler {
    typealias InboundIn = Frame
    typealias InboundOut = Frame

    private enum State {
        case shaking(EventLoopPromise<PeerIdentity>, Scheduled<Void>?)
        case open
        case failed
    }

    private let admission: PeerAdmission
    private let expected: [UInt8]?
    private let linger: LingeringClose?
    private var state: State
    private var refusal: AdmissionRefusal?

    /// Makes the gate of one link.
    ///
    /// - Parameters:
    ///   - admission: who may be on the other side.
    ///   - expected: the key hash of the endpoint that was dialled, nil for an accepted link.
    ///   - linger: told when the handshake is done, nil for a dialled link.
    ///   - promise: gets the peer, or a ``LinkFailure``.
    init(
        admission: PeerAdmission,
        expected: [UInt8]?,
        linger: LingeringClose?,
        promise: EventLoopPromise<PeerIdentity>
    ) {
        self.linger = linger
        self.admission = admission
        self.expected = expected
        self.state = .shaking(promise, nil)
    }

    /// Judges the certificate that the peer presents in the handshake.
    func verify(_ chain: [NIOSSLCertificate]) -> NIOSSLVerificationResult {
        guard let certificate = chain.first, let hash = Self.keyHash(of: certificate) else {
            self.refusal = .unreadableCertificate
            return .failed
        }
        do {
            _ = try self.admission.peer(with: hash, expected: self.expected)
            return .certificateVerified
        } catch {
            self.refusal = error
            return .failed
        }
    }

    func handlerAdded(context: ChannelHandlerContext) {
        guard case .shaking(let promise, _) = self.state else { return }
        let timer = context.eventLoop.assumeIsolated().scheduleTask(in: TransportLimit.handshakeTime) {
            self.fail(.handshakeTimedOut, context: context)
        }
        self.state = .shaking(promise, timer)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.fail(.connectionLost, context: context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.fail(.connectionLost, context: context)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted(let negotiated)? = event as? TLSUserEvent {
            self.finish(negotiated: negotiated, context: context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let failure = self.failure(for: error)
        if case .shaking = self.state {
            self.fail(failure, context: context)
        } else {
            context.fireErrorCaught(failure)
            // After bytes that are not frames there is still a BYE to say; the driver closes then.
            guard case .framing = failure else { return context.close(promise: nil) }
        }
    }

    private func finish(negotiated: String?, context: ChannelHandlerContext) {
        guard case .shaking(let promise, let timer) = self.state else { return }
        guard negotiated == WireConstants.applicationProtocol else {
            return self.fail(.noCommonProtocol, context: context)
        }
        let hash: [UInt8]
        do {
            let certificate = try context.pipeline.syncOperations.nioSSL_peerCertificate()
            guard let found = certificate.flatMap({ Self.keyHash(of: $0) }) else {
                return self.fail(.refusedByUs(.unreadableCertificate), context: context)
            }
            hash = found
        } catch {
            return self.fail(.handshakeFailed, context: context)
        }
        do {
            let peer = try self.admission.peer(with: hash, expected: self.expected)
            timer?.cancel()
            self.linger?.disarm()
            self.state = .open
            promise.succeed(peer)
        } catch {
            self.fail(.refusedByUs(error), context: context)
        }
    }

    private func fail(_ failure: LinkFailure, context: ChannelHandlerContext) {
        guard case .shaking(let promise, let timer) = self.state else { return }
        timer?.cancel()
        self.state = .failed
        promise.fail(failure)
        context.close(promise: nil)
    }

    private func failure(for error: any Error) -> LinkFailure {
        if let refusal = self.refusal {
            return .refusedByUs(refusal)
        }
        switch error {
        case let error as FrameDecodingError:
            return .framing(error)
        case NIOSSLError.handshakeFailed(let cause):
            return cause.isAlert ? .refusedByPeer : .handshakeFailed
        case let error as BoringSSLError:
            return error.isAlert ? .refusedByPeer : .connectionLost
        default:
            return .connectionLost
        }
    }

    private static func keyHash(of certificate: NIOSSLCertificate) -> [UInt8]? {
        do {
            return Hashing.sha256(try certificate.extractPublicKey().toSPKIBytes())
        } catch {
            return nil
        }
    }
}

extension BoringSSLError {
    /// Whether the peer sent a TLS alert, as opposed to a failure that we found.
    fileprivate var isAlert: Bool {
        switch self {
        case .sslError(let stack), .unknownError(let stack):
            stack.contains { $0.description.contains("_ALERT_") }
        default:
            false
        }
    }
}
