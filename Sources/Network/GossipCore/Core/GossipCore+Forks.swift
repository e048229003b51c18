// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Members that contradict themselves: found, proven, frozen, made known. Protocol 5.4.
extension GossipCore {
    /// Takes a proof over from the archive at start.
    mutating func restore(_ proof: ForkProof) {
        let position = proof.position
        guard let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch),
            self.forks.add(proof, at: index)
        else { return }
        self.logs[index].frozenFrom = position.sequence
        // The archive's head stands before the fork already; if it does not, the proof's own word is as good.
        guard let head = self.logs[index].committed, head.sequence >= position.sequence else { return }
        self.logs.commit(Self.headBefore(proof), at: index)
    }

    private static func headBefore(_ proof: ForkProof) -> LogHead? {
        guard let previous = proof.first.header.previous else { return nil }
        let position = proof.position
        return LogHead(
            origin: position.origin,
            logEpoch: position.logEpoch,
            sequence: position.sequence - 1,
            id: previous
        )
    }

    /// Freezes a log before the place that was signed twice, keeps the proof and tells everybody.
    mutating func freeze(_ proof: ForkProof, from link: LinkID?) {
        let position = proof.position
        guard let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch),
            self.forks.add(proof, at: index)
        else { return }
        self.logs[index].frozenFrom = position.sequence
        self.logs[index].uncommitted.removeAll { $0.header.header.sequence >= position.sequence }
        self.parking.drop(at: index, from: position.sequence)
        let doomed = self.pull.wanted { header in
            header.header.position.origin == position.origin && header.header.position.logEpoch == position.logEpoch
                && header.header.position.sequence >= position.sequence
        }
        for id in doomed { self.carryOut(self.pull.dropped(id)) }
        if let head = self.logs[index].committed, head.sequence >= position.sequence {
            self.logs.commit(Self.headBefore(proof), at: index)
            self.checkHead(before: proof)
        }
        self.persist([.fork(proof)], [PersistRecord(proof)])
        self.actions.append(
            .alarm(
                .fork(origin: position.origin, logEpoch: position.logEpoch, sequence: position.sequence)
            )
        )
        if let link { _ = self.forks.tell(link, of: index) }
        for neighbour in self.links.active { self.tellProof(of: index, to: neighbour) }
    }

    /// When the two branches do not even share the entry before, ours is what the archive has there.
    private mutating func checkHead(before proof: ForkProof) {
        let position = proof.position
        guard proof.first.header.previous != proof.second.header.previous else { return }
        let last = EntryPosition(
            origin: position.origin,
            logEpoch: position.logEpoch,
            sequence: position.sequence - 1
        )
        self.loadHeader(self.newWork(.frozenHead(last)), last)
    }

    mutating func frozenHeadLoaded(_ header: VerifiedHeader?, _ position: EntryPosition) {
        guard let header, let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch),
            self.logs[index].frozenFrom == position.sequence + 1
        else { return }
        self.logs.commit(header.asHead, at: index)
    }

    /// Sends a proof to a link that has not had it from us.
    mutating func tellProof(of index: Int, to link: LinkID) {
        guard self.links[link]?.isActive == true, let proof = self.forks.tell(link, of: index) else { return }
        self.send(
            .proof(
                GossipMessage.Proof(
                    first: UnverifiedEntry(headerBytes: proof.first.bytes, signature: proof.first.signature),
                    second: UnverifiedEntry(headerBytes: proof.second.bytes, signature: proof.second.signature)
                )
            ),
            to: link
        )
    }

    mutating func proofArrived(_ proof: GossipMessage.Proof, from link: LinkID) {
        let header: EntryHeader
        do {
            header = try EntryHeader.decode(proof.first.headerBytes)
        } catch {
            return self.fault(link, .malformed)
        }
        guard let index = self.logs.index(of: header.origin, logEpoch: header.logEpoch) else { return }
        if let known = self.forks.proofs[index], known.position.sequence <= header.sequence {
            // Who sends a proof needs none, unless ours is for an earlier place.
            if known.position.sequence == header.sequence { _ = self.forks.tell(link, of: index) }
            return self.tellProof(of: index, to: link)
        }
        guard self.reserveLoad(link) else { return }
        let work = self.newWork(.verifyProof(from: link))
        self.actions.append(.verifyProof(work, proof.first, proof.second))
    }

    mutating func proofVerified(_ work: Work?, _ proof: ForkProof) {
        guard case .verifyProof(let link) = work else { return }
        self.releaseLoad(link)
        self.freeze(proof, from: link)
    }

    /// Not proven here; the rosters may have changed meanwhile, so that only the rank suffers.
    mutating func proofRejected(_ work: Work?) {
        guard case .verifyProof(let link) = work else { return }
        self.releaseLoad(link)
        self.fault(link, .unsolicited)
    }

    // The search for the place

    mutating func huntFork(_ index: Int, with link: LinkID, differsAt sequence: UInt64) {
        guard sequence > 0, self.links[link]?.isActive == true else { return }
        self.carryOut(self.forks.hunt(at: index, with: link, differsAt: sequence, now: self.now), index)
    }

    private mutating func carryOut(_ step: ForkMachine.Step, _ index: Int) {
        switch step {
        case .probe(let link, let sequence):
            let log = self.logs[index]
            let probe = GossipMessage.Probe(index: UInt64(index), logEpoch: log.logEpoch, sequence: sequence)
            self.send(.probe(probe), to: link)
            if let id = log.knownID(at: sequence) {
                self.carryOut(self.forks.oursLoaded(id, at: index, sequence: sequence), index)
                return
            }
            let position = EntryPosition(origin: log.origin, logEpoch: log.logEpoch, sequence: sequence)
            self.loadHeader(self.newWork(.hunt(position)), position)
        case .fetch(let link, let sequence):
            self.send(self.sync.fetchEvidence(index, at: sequence, from: link, now: self.now))
        case .wait, .over: return
        }
    }

    mutating func huntLoaded(_ header: VerifiedHeader?, _ position: EntryPosition) {
        guard let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch) else { return }
        self.carryOut(self.forks.oursLoaded(header?.id, at: index, sequence: position.sequence), index)
    }

    mutating func probeArrived(_ probe: GossipMessage.Probe, from link: LinkID) {
        guard let index = self.logs.index(named: probe.index, logEpoch: probe.logEpoch) else {
            return self.answer(probe, nil, to: link)
        }
        if let id = self.logs[index].knownID(at: probe.sequence) { return self.answer(probe, id, to: link) }
        guard probe.sequence > 0, probe.sequence <= self.logs[index].tipSequence, self.reserveLoad(link) else {
            return self.answer(probe, nil, to: link)
        }
        let log = self.logs[index]
        self.loadHeader(
            self.newWork(.serveProbe(link, probe)),
            EntryPosition(origin: log.origin, logEpoch: log.logEpoch, sequence: probe.sequence)
        )
    }

    mutating func answer(_ probe: GossipMessage.Probe, _ id: EntryID?, to link: LinkID) {
        let probed = GossipMessage.Probed(
            index: probe.index,
            logEpoch: probe.logEpoch,
            sequence: probe.sequence,
            id: id
        )
        self.send(.probed(probed), to: link)
    }

    mutating func probedArrived(_ probed: GossipMessage.Probed, from link: LinkID) {
        guard let index = self.logs.index(named: probed.index, logEpoch: probed.logEpoch) else { return }
        self.carryOut(
            self.forks.theirsArrived(probed.id, at: index, sequence: probed.sequence, from: link),
            index
        )
    }
}
