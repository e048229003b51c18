// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore

/// Reads from the archive what the core asked for.
enum StorageRead {
    /// Answers one load; an archive that cannot be read answers as if it held nothing, and the log says so.
    static func answer(_ action: GossipAction, from storage: any GossipStorage, _ journal: LinkJournal) -> GossipEvent {
        switch action {
        case .loadRange(let work, let request):
            return .rangeLoaded(work, Self.attempt(journal, otherwise: []) { try storage.range(request) })
        case .loadHeader(let work, let origin, let logEpoch, let sequence):
            let header = Self.attempt(journal, otherwise: nil) {
                try storage.header(origin: origin, logEpoch: logEpoch, sequence: sequence)
            }
            return .headerLoaded(work, header)
        case .loadHoles(let work, let after, let limit):
            return .holesLoaded(
                work,
                Self.attempt(journal, otherwise: []) { try storage.holes(after: after, limit: limit) }
            )
        case .confirmErasure(let work, let entry, let order):
            let isConfirmed = Self.attempt(journal, otherwise: false) {
                try storage.confirmErasure(of: entry, by: order)
            }
            return .erasureConfirmed(work, isConfirmed)
        default:
            preconditionFailure("not a read")
        }
    }

    private static func attempt<Value>(
        _ journal: LinkJournal,
        otherwise fallback: Value,
        _ read: () throws -> Value
    ) -> Value {
        do {
            return try read()
        } catch {
            journal.workFailed(error)
            return fallback
        }
    }
}
