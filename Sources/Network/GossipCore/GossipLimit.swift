// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Every limit and timer of the core, with unit and reason.
package enum GossipLimit {
    // Links

    /// Time for the peer's HELLO after the link stands: three slow round trips and a busy start (protocol 4.1).
    package static let helloTimeout: Duration = .seconds(10)
    /// Silence after which PING asks for a sign of life.
    package static let idlePing: Duration = .seconds(30)
    /// Silence after which a link is dead: three pings lost.
    package static let idleDeath: Duration = .seconds(90)
    /// First wait before dialling again.
    package static let redialFirst: Duration = .seconds(1)
    /// Longest wait before dialling again; for ever, never given up.
    package static let redialMax: Duration = .seconds(300)
    /// How long a peer with a hard fault is not dialled; doubles with each.
    package static let hardFaultPause: Duration = .seconds(600)
    /// Longest such pause: a day.
    package static let hardFaultPauseMax: Duration = .seconds(86_400)
    /// Links that a relay tries to have: 1,000 nodes in four hops.
    package static let viewTarget = 8
    /// Relays that a desk without its own dials.
    package static let deskRelays = 3
    /// Links of one core; more are refused as over the limit.
    package static let links = 256

    // Push

    /// How long a WANT waits at the neighbour for the body to come (protocol 4.3).
    package static let wantLease: Duration = .seconds(30)
    /// How long the first source is preferred after another says HAVE (protocol 4.3).
    package static let haveGrace: Duration = .milliseconds(100)
    /// Shortest time after which a body promised with HAVE is overdue, or four round trips (protocol 4.3).
    package static let overdueMin: Duration = .milliseconds(600)
    /// Slowest link that is not blamed, in bytes per second.
    package static let slowestRate = 64 * 1024
    /// Broken HAVEs after which a neighbour is asked last (protocol 4.3).
    package static let brokenHavesToDemotion = 2
    /// Headers waited for with their body before they are stored alone: one slow round trip.
    package static let headerAloneDelay: Duration = .milliseconds(250)
    /// Verified headers of one node whose body is being pulled.
    package static let pulls = 4_096
    /// WANTs that one neighbour may have waiting here.
    package static let waitingWantsPerLink = 1_024
    /// Bytes of bodies kept in memory to answer WANT without reading the archive.
    package static let bodyCacheBytes = 4 * 1024 * 1024
    /// Entries remembered by id so that floods end: 20 s at 200 headers a second.
    package static let recentEntries = 4_096
    /// References in one HAVE, WANT, CANCEL, ADVERT or WANT_HEADER.
    package static let referencesPerFrame = WireConstants.Limit.referencesPerFrame

    // Verification and storage

    /// Entries being verified for one link; more wait at the peer, or are dropped when they were pushed.
    package static let verificationsPerLink = 512
    /// Entries parked per log until the gap before them is filled (protocol 4.3).
    package static let parkedPerLog = 64
    /// How long an entry stays parked (protocol 4.3).
    package static let parkedTime: Duration = .seconds(600)

    // Anti-entropy

    /// Mean time between two sessions (protocol 4.4).
    package static let antiEntropyInterval: Duration = .seconds(60)
    /// Shortest time between two SUMMARY answers on a link.
    package static let summarySpacing: Duration = .seconds(5)
    /// Ranges that one side may have open on a link.
    package static let openRangesPerLink = 8
    /// Byte budget of one range request: a slow link (64 KiB/s) fills it in four seconds.
    package static let rangeByteBudget = 256 * 1024
    /// Largest byte budget honoured.
    package static let rangeByteBudgetMax = 1024 * 1024
    /// Bytes read from the archive at once while answering a range.
    package static let rangeChunkBytes = 128 * 1024
    /// No committed progress for so long ends a range (protocol 4.4).
    package static let rangeProgressTimeout: Duration = .seconds(60)
    /// Missing entries in one session above which headers are fetched before bodies.
    package static let headersFirstAbove = 2_000
    /// Headers without body looked at together.
    package static let holesPerRound = 64
    /// Time between two rounds for missing bodies.
    package static let holeInterval: Duration = .seconds(20)

    // Roster and forks

    /// Bytes of the signed roster in one ROSTER frame.
    package static let rosterChunkBytes = 96 * 1024
    /// Bytes of one signed roster.
    package static let rosterBytes = WireConstants.Limit.rosterBytes
    /// How long a roster may take to arrive before it is asked for elsewhere.
    package static let rosterTimeout: Duration = .seconds(30)
    /// Proofs sent when a link opens.
    package static let proofsPerGreeting = 64
}
