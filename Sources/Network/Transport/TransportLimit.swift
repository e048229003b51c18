// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import NIOCore

/// Every bound of the transport, with its unit and its reason.
package enum TransportLimit {
    /// From the accepted connection to the end of the TLS handshake.
    ///
    /// Protocol 4.1 gives HELLO the same time.
    package static let handshakeTime = TimeAmount.seconds(10)

    /// From the first SYN to a connection.
    package static let connectTime = TimeAmount.seconds(10)

    /// How long a refused peer may take to read the refusal and hang up.
    package static let refusalLingerTime = TimeAmount.seconds(1)

    /// Connections accepted and not yet through the handshake; more are closed at once.
    package static let shakingLinks = 64

    /// Links at one time: 64 is the view of a hub, gossip page 2.2, and twice that while links replace each other.
    package static let links = 128

    /// Frames that wait between the links and the driver.
    ///
    /// A full mailbox suspends the links, and so TCP.
    package static let mailboxFrames = 512

    /// Bytes that wait between the links and the driver.
    package static let mailboxBytes = 2 * 1024 * 1024

    /// Bytes of waiting frames per link, range streams left out, above which pushes stop.
    ///
    /// Gossip page 2.8.
    package static let liveQueueBytes = 512 * 1024

    /// Bytes of waiting range streams per link above which they pause.
    ///
    /// Gossip page 2.8.
    package static let bulkQueueBytes = 512 * 1024

    /// How many times its mark a queue may hold before frames are dropped: room for what was asked for before the
    /// pause.
    package static let queueBoundFactor = 4

    /// Bytes handed to a socket at once; more would only wait in another place.
    package static let writeBytes = 64 * 1024

    /// Frames of live class sent for each frame of bulk class while both wait.
    ///
    /// Gossip page 2.8.
    package static let liveFramesPerBulkFrame = 4

    /// Entries in one commit.
    ///
    /// Gossip page 2.8.
    package static let entriesPerCommit = 100

    /// Effects under way before the driver stops to take frames.
    package static let pendingEffects = 1_024

    /// How long links get to send BYE and flush at shutdown.
    package static let farewellTime = TimeAmount.seconds(2)
}
