// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Finds where two histories of one log part, and remembers the proofs.
///
/// Two nodes whose heads differ at the same place ask each other for ids by bisection; the first difference gives two
/// headers of one place, which prove the fork to everybody. Protocol 4.4.
struct ForkMachine: Sendable {
    /// A search with one peer in one log.
    struct Hunt: Equatable, Sendable {
        let link: LinkID
        /// Highest place known to be equal; 0 is the empty log.
        var low: UInt64
        /// Lowest place known to differ.
        var high: UInt64
        /// Our id at the place asked for, once read.
        var ours: EntryID?
        /// The peer's, once answered.
        var theirs: EntryID?
        let until: MonotonicTime

        var middle: UInt64 { self.low + (self.high - self.low) / 2 }
    }

    enum Step: Equatable, Sendable {
        /// Ask the peer and the archive for the id at this place.
        case probe(LinkID, UInt64)
        /// The first difference: ask the peer for its header there.
        case fetch(LinkID, UInt64)
        case wait
        /// The peer does not hold what it would have to: nothing to be found there.
        case over
    }

    /// Proofs by roster index, the lowest place of each log.
    private(set) var proofs: [Int: ForkProof] = [:]
    private var hunts: [Int: Hunt] = [:]
    /// Links that were sent a proof, so that nobody is told twice.
    private var told: [Int: [LinkID]] = [:]

    /// Notes a proof; false if one for the same or a lower place is known.
    mutating func add(_ proof: ForkProof, at index: Int) -> Bool {
        if let known = self.proofs[index], known.position.sequence <= proof.position.sequence { return false }
        self.proofs[index] = proof
        self.told[index] = nil
        self.hunts[index] = nil
        return true
    }

    /// The proof of a log if this link has not been told yet; counts as told.
    mutating func tell(_ link: LinkID, of index: Int) -> ForkProof? {
        guard let proof = self.proofs[index], self.told[index]?.contains(link) != true else { return nil }
        self.told[index, default: []].append(link)
        return proof
    }

    /// Starts a search below a place that differs.
    mutating func hunt(at index: Int, with link: LinkID, differsAt high: UInt64, now: MonotonicTime) -> Step {
        if let hunt = self.hunts[index], hunt.until > now { return .wait }
        let until = now.advanced(by: GossipLimit.forkHuntTime)
        self.hunts[index] = Hunt(link: link, low: 0, high: high, until: until)
        return self.next(index)
    }

    /// The archive gave our id at the place asked for.
    mutating func oursLoaded(_ id: EntryID?, at index: Int, sequence: UInt64) -> Step {
        guard let hunt = self.hunts[index], hunt.middle == sequence else { return .wait }
        guard let id else { return self.abandon(index) }
        self.hunts[index]?.ours = id
        return self.compare(index)
    }

    /// The peer answered.
    mutating func theirsArrived(_ id: EntryID?, at index: Int, sequence: UInt64, from link: LinkID) -> Step {
        guard let hunt = self.hunts[index], hunt.link == link, hunt.middle == sequence else { return .wait }
        guard let id else { return self.abandon(index) }
        self.hunts[index]?.theirs = id
        return self.compare(index)
    }

    private mutating func compare(_ index: Int) -> Step {
        guard var hunt = self.hunts[index], let ours = hunt.ours, let theirs = hunt.theirs else { return .wait }
        if ours == theirs { hunt.low = hunt.middle } else { hunt.high = hunt.middle }
        hunt.ours = nil
        hunt.theirs = nil
        self.hunts[index] = hunt
        return self.next(index)
    }

    private mutating func next(_ index: Int) -> Step {
        guard let hunt = self.hunts[index] else { return .over }
        guard hunt.high - hunt.low > 1 else {
            self.hunts[index] = nil
            return .fetch(hunt.link, hunt.high)
        }
        return .probe(hunt.link, hunt.middle)
    }

    private mutating func abandon(_ index: Int) -> Step {
        self.hunts[index] = nil
        return .over
    }

    /// A link is gone.
    mutating func linkLost(_ link: LinkID) {
        for index in self.hunts.keys.sorted() where self.hunts[index]?.link == link { self.hunts[index] = nil }
        for index in self.told.keys.sorted() { self.told[index]?.removeAll { $0 == link } }
    }

    /// Indices change their meaning.
    mutating func reindex(_ index: (ForkProof) -> Int?) {
        let proofs = self.proofs.keys.sorted().compactMap { self.proofs[$0] }
        self = ForkMachine()
        for proof in proofs {
            guard let place = index(proof) else { continue }
            self.proofs[place] = proof
        }
    }
}
