// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore
package import NIOCore

/// A connection whose TLS handshake is under way.
///
/// Whoever gets one must run it through `executeThenClose`, also when the handshake fails: only
/// that closes the socket.
package struct ShakingLink: Sendable {
    /// Frames in both directions; none arrives before the handshake is over.
    package let channel: NIOAsyncChannel<Frame, Frame>

    /// The peer once it is admitted, or a ``LinkFailure``.
    package let peer: EventLoopFuture<PeerIdentity>

    /// Where the connection comes from or goes to, for logs.
    package let remote: String
}
