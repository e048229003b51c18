// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore

/// Why a link was not made, or ended.
///
/// The peer's fault, ours and the network's are told apart, because only the first is worth an operator's look and only
/// the last is retried without being mentioned.
package enum LinkFailure: Error, Hashable, Sendable {
    /// We do not accept the peer's certificate.
    case refusedByUs(AdmissionRefusal)
    /// The peer closed the handshake with a TLS alert: as a rule, it does not know our certificate.
    case refusedByPeer
    /// The other side speaks TLS, but no major version of this protocol in common.
    case noCommonProtocol
    /// The other side is not a TLS 1.3 peer.
    case handshakeFailed
    /// The handshake was not done in time.
    case handshakeTimedOut
    /// Nothing answers at the address.
    case unreachable
    /// The address cannot be read or its name not be resolved.
    case badAddress
    /// The connection broke.
    case connectionLost
    /// The peer's bytes are not frames.
    case framing(FrameDecodingError)
    /// A frame's payload is not a message.
    case message(MessageDecodingError)

    /// A code of a closed list for logs and status output.
    package var code: String {
        switch self {
        case .refusedByUs(let refusal): refusal.rawValue
        case .refusedByPeer: "the peer does not accept our certificate"
        case .noCommonProtocol: "no common protocol version"
        case .handshakeFailed: "not a TLS 1.3 peer"
        case .handshakeTimedOut: "handshake timed out"
        case .unreachable: "nothing answers at the address"
        case .badAddress: "the address cannot be resolved"
        case .connectionLost: "connection lost"
        case .framing: "bytes that are not frames"
        case .message: "a frame that is not a message"
        }
    }

    /// With which code a link is closed that failed so.
    ///
    /// Protocol 4.2.
    package var closeCode: CloseCode {
        switch self {
        case .framing(let error): error.closeCode
        case .message(let error): error.closeCode
        case .refusedByUs: .notInRoster
        case .noCommonProtocol: .noCommonVersion
        default: .internalFailure
        }
    }

    /// Whether somebody has to do something before another try can help.
    package var isRefusal: Bool {
        switch self {
        case .refusedByUs, .refusedByPeer, .noCommonProtocol: true
        default: false
        }
    }
}
