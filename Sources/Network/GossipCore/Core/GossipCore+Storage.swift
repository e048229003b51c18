// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger

/// The way to disk: accepted entries are handed over in order, and counted when they are durable.
extension GossipCore {
    /// Hands over what need not wait longer: entries with bodies, and those before them.
    mutating func storeChanged() {
        guard !self.changedLogs.isEmpty else { return }
        var items: [PersistItem] = []
        var records: [PersistRecord] = []
        for index in Set(self.changedLogs).sorted() where self.logs.states.indices.contains(index) {
            let entries = self.logs[index].uncommitted
            guard let first = entries.firstIndex(where: { !$0.isHanded }) else { continue }
            let last = entries.lastIndex { entry in
                !entry.isHanded && (entry.entry.body != nil || entry.storeAt <= self.now)
            }
            if let last {
                for place in first...last {
                    self.logs[index].uncommitted[place].isHanded = true
                    items.append(.entry(entries[place].entry))
                    records.append(PersistRecord(entries[place].entry, isNew: true))
                }
            }
            let next = (last ?? first - 1) + 1
            if next < entries.count { self.deadlines.add(.store(index: index), at: entries[next].storeAt) }
        }
        self.changedLogs = []
        self.persist(items, records)
    }

    mutating func persist(_ items: [PersistItem], _ records: [PersistRecord]) {
        guard !items.isEmpty else { return }
        self.actions.append(.persist(self.newWork(.persist(records)), items))
    }

    mutating func persisted(_ work: Work?) {
        guard case .persist(let records) = work else { return }
        for record in records where !record.isFork {
            if record.isNew { self.committed(record) }
            if record.hasBody {
                self.announceBody(record.id)
            } else if !self.pull.isWanted(record.id) {
                self.holeSweep.isNeeded = true
            }
            if record.kind == .eraseOrder, let subject = record.subject {
                let work = self.newWork(.erasure(subject))
                self.actions.append(.confirmErasure(work, entry: subject, order: record.id))
            }
        }
    }

    private mutating func committed(_ record: PersistRecord) {
        let position = record.position
        guard let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch),
            let first = self.logs[index].uncommitted.first, first.header.id == record.id
        else { return }
        self.logs[index].uncommitted.removeFirst()
        self.logs.commit(first.header.asHead, at: index)
    }

    /// Nothing of the batch is on disk: the logs go back to what is, and peers are asked again.
    mutating func persistFailed(_ work: Work?) {
        guard case .persist(let records) = work else { return }
        self.actions.append(.alarm(.storageFails))
        for record in records {
            let position = record.position
            guard record.isNew, let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch),
                let place = self.logs[index].place(of: position.sequence),
                self.logs[index].uncommitted[place].header.id == record.id
            else { continue }
            for entry in self.logs[index].uncommitted[place...] {
                self.carryOut(self.pull.dropped(entry.header.id))
                self.flood.forget(entry.header.id)
            }
            self.logs[index].uncommitted.removeSubrange(place...)
        }
        // Bodies that did not get stored are missing bodies.
        self.holeSweep.isNeeded = true
        self.deadlines.add(.holes, at: self.now.advanced(by: GossipLimit.holeInterval))
    }

    /// Room for one more archive read on behalf of a link.
    mutating func reserveLoad(_ link: LinkID) -> Bool {
        self.links.update(link) { link in
            guard link.loading < GossipLimit.loadsPerLink else { return false }
            link.loading += 1
            return true
        } ?? false
    }

    mutating func releaseLoad(_ link: LinkID) {
        self.links.update(link) { $0.loading -= 1 }
    }

    mutating func loadHeader(_ work: WorkID, _ position: EntryPosition) {
        self.actions.append(
            .loadHeader(
                work,
                origin: position.origin,
                logEpoch: position.logEpoch,
                sequence: position.sequence
            )
        )
    }

    mutating func headerLoaded(_ work: Work?, _ ours: VerifiedHeader?) {
        switch work {
        case .serveProbe(let link, let probe):
            self.releaseLoad(link)
            self.answer(probe, ours?.id, to: link)
        case .compare(let entry, let id, let link, let source):
            self.releaseLoad(link)
            guard let ours else { return self.judged(source, isAccepted: false) }
            if ours.id == id {
                self.repeated(entry, id, from: link, source: source)
            } else if self.verifying[id] != nil {
                self.verifying[id]?.append(VerificationCopy(entry: entry, link: link, source: source))
            } else {
                self.verify(entry, id, from: link, source: source)
            }
        case .prove(let header):
            guard let ours, let proof = ForkProof(ours, header) else { return }
            self.freeze(proof, from: nil)
        case .hunt(let position): self.huntLoaded(ours, position)
        case .frozenHead(let position): self.frozenHeadLoaded(ours, position)
        default: return
        }
    }
}

extension PersistRecord {
    init(_ entry: VerifiedEntry, isNew: Bool) {
        self.init(
            position: entry.header.position,
            id: entry.id,
            kind: entry.header.header.kind,
            subject: entry.header.header.subject,
            isNew: isNew,
            hasBody: entry.body != nil,
            isFork: false
        )
    }

    init(_ proof: ForkProof) {
        self.init(
            position: proof.position,
            id: proof.first.id,
            kind: proof.first.header.kind,
            subject: nil,
            isNew: false,
            hasBody: false,
            isFork: true
        )
    }
}
