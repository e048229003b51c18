// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Diagnostics
import GossipCore
import Ledger
import Logging
import NIOPosix
import Synchronization

/// Commits what the core asks to store: at once when nothing is being committed, together with all that came meanwhile
/// otherwise.
///
/// So a quiet node pays one sync per entry and a busy one a sync per batch, without a timer. Works are committed and
/// answered in the order asked.
final class GroupCommit: Sendable {
    private struct Work {
        let id: WorkID
        let items: [PersistItem]
    }

    private struct State {
        var waiting: [Work] = []
        var isWriting = false
    }

    private let state = Mutex(State())
    private let storage: any GossipStorage
    private let pool: NIOThreadPool
    private let logger: Logger
    private let mailbox: Mailbox<DriverInput>

    init(storage: any GossipStorage, pool: NIOThreadPool, mailbox: Mailbox<DriverInput>, logger: Logger) {
        self.storage = storage
        self.pool = pool
        self.mailbox = mailbox
        self.logger = logger
    }

    /// Stores items; the answer comes through the mailbox.
    func add(_ id: WorkID, _ items: [PersistItem]) {
        let starts = self.state.withLock { state in
            state.waiting.append(Work(id: id, items: items))
            guard !state.isWriting else { return false }
            state.isWriting = true
            return true
        }
        guard starts else { return }
        self.pool.submit { _ in
            while let batch = self.nextBatch() {
                self.commit(batch)
            }
        }
    }

    private func nextBatch() -> [Work]? {
        self.state.withLock { state in
            var count = 0
            var items = 0
            while count < state.waiting.count, items < TransportLimit.entriesPerCommit {
                items += state.waiting[count].items.count
                count += 1
            }
            guard count > 0 else {
                state.isWriting = false
                return nil
            }
            let batch = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            return batch
        }
    }

    private func commit(_ batch: [Work]) {
        let items = batch.flatMap(\.items)
        do {
            self.report(batch, try self.storage.store(items))
        } catch  where batch.count > 1 {
            // One bad work must not take the others down with it.
            for work in batch {
                self.commit([work])
            }
        } catch {
            self.logger.error("the archive could not store", error: error)
            for work in batch {
                self.mailbox.post(.workDone(.persistFailed(work.id)))
            }
        }
    }

    private func report(_ batch: [Work], _ commit: StorageCommit) {
        var heads: [LogHead] = []
        var done: [WorkID] = []
        var refused: [WorkID] = []
        var next = 0
        for work in batch {
            let isStored = commit.isStored[next..<next + work.items.count]
            next += work.items.count
            for case (.entry(let entry), true) in zip(work.items, isStored) {
                heads.append(entry.header.asHead)
            }
            if isStored.allSatisfy({ $0 }) {
                done.append(work.id)
            } else {
                refused.append(work.id)
            }
        }
        self.mailbox.post(.committed(done, heads: heads, receiveCounter: commit.counter))
        for work in refused {
            self.mailbox.post(.workDone(.persistFailed(work)))
        }
    }
}
