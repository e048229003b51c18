// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB
import Synchronization

/// Joins the transactions of callers that arrive while another is being written.
///
/// Commits at once when the writer is idle; what arrives meanwhile shares the next commit, so that a burst costs one
/// sync of the disk and not one for each entry. Every caller hears only after the commit.
final class CommitQueue: Sendable {
    /// Items that one transaction takes at most, so that the first caller does not wait for the last one's megabytes.
    static let itemLimit = 256

    private struct Request {
        let items: [ArchiveItem]
        let continuation: CheckedContinuation<ArchiveCommit, any Error>
    }

    private struct State {
        var waiting: [Request] = []
        var isWriting = false
    }

    private let pool: DatabasePool
    private let state = Mutex(State())

    init(pool: DatabasePool) {
        self.pool = pool
    }

    /// Stores items; durable on return.
    func append(_ items: [ArchiveItem]) async throws -> ArchiveCommit {
        try await withCheckedThrowingContinuation { continuation in
            let isIdle = self.state.withLock { state in
                state.waiting.append(Request(items: items, continuation: continuation))
                defer { state.isWriting = true }
                return !state.isWriting
            }
            if isIdle { self.writeNext() }
        }
    }

    /// Takes what waits, up to the limit but at least one request, and writes it; nil when nothing waits.
    private func takeBatch() -> [Request]? {
        self.state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                return nil
            }
            var count = 0
            var items = 0
            for request in state.waiting {
                items += request.items.count
                guard count == 0 || items <= Self.itemLimit else { break }
                count += 1
            }
            let batch = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            return batch
        }
    }

    private func writeNext() {
        guard let batch = self.takeBatch() else { return }
        self.pool.asyncWrite(
            { db in
                let writer = ArchiveWriter(db: db)
                return try batch.map { request in
                    let outcomes = try request.items.map { try writer.append($0) }
                    return ArchiveCommit(outcomes: outcomes, counter: try writer.reader.receiveCounter())
                }
            },
            completion: { db, result in
                if batch.contains(where: { ErasedPages.mayRemain(after: $0.items) }) { ErasedPages.remove(db) }
                switch result {
                case .success(let commits):
                    for (request, commit) in zip(batch, commits) { request.continuation.resume(returning: commit) }
                case .failure(let error):
                    for request in batch { request.continuation.resume(throwing: error) }
                }
                self.writeNext()
            }
        )
    }
}
