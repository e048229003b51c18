// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import WireFormat

/// The life of one link: greeting, then talk as long as the peer gives signs of life.
///
/// ```
/// greeting --hello--> established --silence, fault, end--> closed
///     \-------------- no hello in time, other network ------^
/// ```
enum LinkMachine: Sendable {
    case greeting(since: MonotonicTime)
    case established(Established)
    case closed

    struct Established: Sendable {
        /// The peer's latest HELLO.
        var hello: GossipMessage.Hello
        var heardAt: MonotonicTime
        var pingNumber: UInt64 = 0
        /// When the unanswered PING left.
        var pingSentAt: MonotonicTime?
        /// Latest round trip; nil before the first PONG.
        var roundTrip: Duration?
    }

    enum HelloVerdict: Equatable, Sendable {
        /// The link stands.
        case established
        /// The peer has another roster now.
        case updated
        case close(CloseCode)
        case ignored
    }

    enum TickVerdict: Equatable, Sendable {
        case ping(UInt64, next: MonotonicTime)
        case wait(until: MonotonicTime)
        case close(CloseCode)
        case ignored
    }

    /// The peer said HELLO, for the first time or because its roster changed (protocol 4.1).
    mutating func helloReceived(
        _ hello: GossipMessage.Hello,
        network: NetworkID,
        at now: MonotonicTime
    ) -> HelloVerdict {
        switch consume self {
        case .closed:
            self = .closed
            return .ignored
        case .greeting:
            guard hello.network == network else {
                self = .closed
                return .close(.otherNetwork)
            }
            let ours = WireConstants.minorVersions
            guard hello.minorLowest <= ours.upperBound, hello.minorHighest >= ours.lowerBound else {
                self = .closed
                return .close(.noCommonVersion)
            }
            self = .established(Established(hello: hello, heardAt: now))
            return .established
        case .established(var link):
            link.heardAt = now
            guard hello.network == network, hello.rosterEpoch >= link.hello.rosterEpoch else {
                self = .established(link)
                return .ignored
            }
            link.hello = hello
            self = .established(link)
            return .updated
        }
    }

    /// Anything arrived: the peer lives.
    mutating func heard(at now: MonotonicTime) {
        guard case .established(var link) = self else { return }
        link.heardAt = now
        self = .established(link)
    }

    /// Sends a PING at once, to measure the round trip.
    mutating func probe(at now: MonotonicTime) -> UInt64? {
        guard case .established(var link) = self else { return nil }
        link.pingNumber += 1
        link.pingSentAt = now
        self = .established(link)
        return link.pingNumber
    }

    /// The answer to the latest PING; others are too late to mean anything.
    mutating func pongReceived(_ number: UInt64, at now: MonotonicTime) {
        guard case .established(var link) = self, link.pingNumber == number, let sentAt = link.pingSentAt else {
            return
        }
        link.roundTrip = now.elapsed(since: sentAt)
        link.pingSentAt = nil
        self = .established(link)
    }

    /// The link's deadline came.
    mutating func tick(at now: MonotonicTime) -> TickVerdict {
        switch consume self {
        case .closed:
            self = .closed
            return .ignored
        case .greeting(let since):
            let end = since.advanced(by: GossipLimit.helloTimeout)
            guard now >= end else {
                self = .greeting(since: since)
                return .wait(until: end)
            }
            self = .closed
            return .close(.idle)
        case .established(var link):
            let death = link.heardAt.advanced(by: GossipLimit.idleDeath)
            let ping = link.heardAt.advanced(by: GossipLimit.idlePing)
            if now >= death {
                self = .closed
                return .close(.idle)
            }
            guard now >= ping else {
                self = .established(link)
                return .wait(until: ping)
            }
            link.pingNumber += 1
            link.pingSentAt = now
            self = .established(link)
            return .ping(link.pingNumber, next: min(death, now.advanced(by: GossipLimit.idlePing)))
        }
    }

    /// We or the driver end it.
    mutating func close() {
        self = .closed
    }

    var isClosed: Bool {
        guard case .closed = self else { return false }
        return true
    }

    /// The peer's latest HELLO, once the link stands.
    var hello: GossipMessage.Hello? {
        guard case .established(let link) = self else { return nil }
        return link.hello
    }

    /// Latest round trip, if one was measured.
    var roundTrip: Duration? {
        guard case .established(let link) = self else { return nil }
        return link.roundTrip
    }
}
