// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import WireFormat

/// What peers say, sorted by subject.
extension GossipCore {
    mutating func received(_ message: GossipMessage, from id: LinkID) {
        guard let link = self.links[id], !link.isClosing else { return }
        let now = self.now
        self.links.update(id) { $0.machine.heard(at: now) }
        switch message {
        case .hello(let hello): self.helloReceived(hello, from: id)
        case .bye: self.close(id, .goingAway)
        case .ping(let number): self.send(.pong(number), to: id)
        case .pong(let number): self.links.update(id) { $0.machine.pongReceived(number, at: now) }
        case .credit: return
        default:
            guard link.machine.hello != nil else { return self.fault(id, .malformed) }
            self.receivedAfterGreeting(message, from: id, isActive: link.isActive)
        }
    }

    private mutating func receivedAfterGreeting(_ message: GossipMessage, from id: LinkID, isActive: Bool) {
        switch message {
        case .rosterGet(let get): self.rosterAsked(get.epoch, by: id)
        case .roster(let chunk): self.rosterChunk(chunk, from: id)
        case .header(let entry): self.ingest(entry, from: id, source: .push)
        case .body(let body): self.bodyArrived(body, from: id)
        case .gone(let gone): self.goneArrived(gone, from: id)
        case .proof(let proof): self.proofArrived(proof, from: id)
        case .rangeEntry(let entry): self.ingest(entry.entry, from: id, source: .range(entry.request))
        case .end(let request): self.sync.answered(request, from: id)
        case .more(let more): self.sync.answered(more.request, from: id)
        case .refused(let refused): self.refusedArrived(refused, from: id)
        default:
            // The rest speaks in indices, which mean nothing while the rosters differ.
            guard isActive else { return self.refuse(message, to: id) }
            self.receivedReferences(message, from: id)
        }
    }

    private mutating func receivedReferences(_ message: GossipMessage, from id: LinkID) {
        switch message {
        case .summary(let summary): self.summaryArrived(summary, from: id)
        case .vector(let vector): self.vectorArrived(vector, from: id)
        case .probe(let probe): self.probeArrived(probe, from: id)
        case .probed(let probed): self.probedArrived(probed, from: id)
        case .advert(let references): self.advertArrived(references, from: id)
        case .wantHeader(let references): self.headersWanted(references, by: id)
        case .have(let references): self.haveArrived(references, from: id)
        case .want(let references): self.bodiesWanted(references, by: id)
        case .cancel(let references): self.wantsCancelled(references, by: id)
        case .wantRange(let want): self.rangeWanted(want, by: id)
        default: return
        }
    }

    /// Refuses a peer that asks under another roster; what only informs is dropped.
    private mutating func refuse(_ message: GossipMessage, to id: LinkID) {
        let type: UInt8
        switch message {
        case .probe: type = WireConstants.FrameType.probe
        case .wantHeader: type = WireConstants.FrameType.wantHeader
        case .want: type = WireConstants.FrameType.want
        case .wantRange: type = WireConstants.FrameType.wantRange
        default: return
        }
        self.refuse(type, code: WireConstants.RefusalCode.otherRosterEpoch, to: id)
    }

    mutating func refuse(_ type: UInt8, code: UInt64, retryAfterSeconds: UInt64 = 0, to id: LinkID) {
        let refused = GossipMessage.Refused(
            frameType: UInt64(type),
            code: code,
            retryAfterSeconds: retryAfterSeconds
        )
        self.send(.refused(refused), to: id)
    }

    private mutating func refusedArrived(_ refused: GossipMessage.Refused, from id: LinkID) {
        guard refused.frameType == UInt64(WireConstants.FrameType.wantRange) else { return }
        self.sync.refused(by: id)
    }
}
