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
    /// Hubs among them that every relay keeps.
    package static let pinnedHubs = 2
    /// Days after which ranks are drawn anew.
    package static let rankPeriodDays: UInt64 = 4
    /// How long the end with the greater key leaves dialling to the other.
    package static let secondDialerWait: Duration = .seconds(2)
    /// Relays that a desk without its own dials.
    package static let deskRelays = 3
    /// Links of one core; more are refused as over the limit.
    package static let links = 256

    // Push

    /// Neighbours that get a new header in full; the others get a reference and ask if they lack it.
    package static let headerFanout = 4
    /// How long HAVE and ADVERT are gathered into one frame.
    package static let gatherTime: Duration = .milliseconds(5)
    /// How long an announced header may still come by itself: one slow hop.
    package static let advertGrace: Duration = .milliseconds(50)
    /// Announced headers waited for.
    package static let adverts = 4_096
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
    /// Pause after every neighbour was asked for a body in vain.
    package static let pullRoundPause: Duration = .seconds(5)
    /// Rounds over all neighbours after which a body is left to the sweep over missing ones.
    package static let pullRounds = 3
    /// Bytes of bodies kept in memory to answer WANT without reading the archive.
    package static let bodyCacheBytes = 4 * 1024 * 1024
    /// Entries remembered by id so that floods end: 20 s at 200 headers a second.
    package static let recentEntries = 4_096
    /// References in one HAVE, WANT, CANCEL, ADVERT or WANT_HEADER.
    package static let referencesPerFrame = WireConstants.Limit.referencesPerFrame

    /// Archive reads under way on behalf of one link.
    package static let loadsPerLink = 256

    // Verification and storage

    /// Entries being verified for one link; more wait at the peer, or are dropped when they were pushed.
    package static let verificationsPerLink = 512
    /// Entries parked per log until the gap before them is filled (protocol 4.3).
    package static let parkedPerLog = 64
    /// How long an entry stays parked (protocol 4.3).
    package static let parkedTime: Duration = .seconds(600)

    /// How long a missing entry may still come by itself before its range is asked for.
    package static let gapGrace: Duration = .milliseconds(200)

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
    /// Bytes read from the archive at once while answering a range; a link that is full pauses between chunks.
    package static let rangeChunkBytes = 128 * 1024
    /// No committed progress for so long ends a range (protocol 4.4).
    package static let rangeProgressTimeout: Duration = .seconds(60)
    /// Missing entries in one session above which headers are fetched before bodies.
    package static let headersFirstAbove = 2_000
    /// Wait before a pass over headers without body once there may be some.
    package static let holeFirstDelay: Duration = .seconds(1)
    /// Headers without body looked at together.
    package static let holesPerRound = 256
    /// Time between two passes over the headers without body.
    package static let holeInterval: Duration = .seconds(20)
    /// How long one neighbour may take for a body missing of old: it answers from its archive or not at all.
    package static let holeLease: Duration = .seconds(5)
    /// Time between two looks at ranges that stand still.
    package static let rangeCheckInterval: Duration = .seconds(10)
    /// How long the search for the place of a fork may take.
    package static let forkHuntTime: Duration = .seconds(60)

    // Roster and forks

    /// Bytes of the signed roster in one ROSTER frame.
    package static let rosterChunkBytes = 96 * 1024
    /// Bytes of one signed roster.
    package static let rosterBytes = WireConstants.Limit.rosterBytes
    /// Signed rosters of former epochs kept to pass on.
    package static let formerRosters = 8
    /// How long a roster may take to arrive before it is asked for elsewhere.
    package static let rosterTimeout: Duration = .seconds(30)
    /// Proofs sent when a link opens.
    package static let proofsPerGreeting = 64
}
