// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import Ledger

extension Archive: EntrySink {
    package func publish(_ draft: EntryDraft, signer: EntrySigner) async throws -> LoggedEntry {
        while true {
            if let intent = try await self.reserve(draft, signer: signer) {
                return try await self.complete(intent, signer: signer)
            }
            // Another call, or a run before a crash, has persisted what it is about to sign: that one goes first.
            _ = try await self.recover(signer: signer)
        }
    }

    package func recover(signer: EntrySigner) async throws -> LoggedEntry? {
        let origin = signer.origin
        guard let intent = try await self.read({ reader in try reader.intent(of: origin) }) else { return nil }
        if try signer.hasOutlived(intent) {
            // The roster has started a new life of the log; nobody accepts an entry of the old one any more.
            try await self.write { writer in try writer.removeIntent(intent, origin: origin) }
            return nil
        }
        return try await self.complete(intent, signer: signer)
    }

    /// First transaction: the place in the log and the exact bytes.
    ///
    /// Nil when an intent is pending.
    private func reserve(_ draft: EntryDraft, signer: EntrySigner) async throws -> EntryIntent? {
        try await self.write { writer in
            let origin = signer.origin
            guard try writer.reader.intent(of: origin) == nil else { return nil }
            if let frozen = try writer.reader.frozenFrom(origin: origin, logEpoch: signer.logEpoch) {
                throw ArchiveError.ownLogForked(sequence: frozen)
            }
            let head = try writer.reader.head(of: origin, logEpoch: signer.logEpoch)
            let intent = try signer.intent(for: draft, after: head)
            try writer.storeIntent(intent, origin: origin)
            return intent
        }
    }

    /// Second transaction: the signed entry, and the end of the intent.
    ///
    /// After a crash between the two it runs again with the stored intent and gives the same bytes.
    private func complete(_ intent: EntryIntent, signer: EntrySigner) async throws -> LoggedEntry {
        let entry = try signer.sign(intent)
        let logged = try await self.store(entry, of: intent, origin: signer.origin)
        if ErasedPages.mayRemain(after: [.entry(entry)]) { try await self.removeErasedPages() }
        return logged
    }

    private func store(
        _ entry: VerifiedEntry,
        of intent: EntryIntent,
        origin: SigningPublicKey
    ) async throws -> LoggedEntry {
        try await self.write { writer in
            let outcome = try writer.append(.entry(entry))
            switch outcome {
            case .appended(let counter), .contentStored(let counter), .duplicate(let counter):
                try writer.removeIntent(intent, origin: origin)
                return LoggedEntry(entry: entry, counter: counter)
            case .erased:
                try writer.removeIntent(intent, origin: origin)
                return LoggedEntry(entry: entry, counter: try writer.reader.receiveCounter())
            case .gap(let missing): throw ArchiveError.ownEntryRefused(.gap(missing: missing))
            case .diverges(let sequence): throw ArchiveError.ownEntryRefused(.diverges(after: sequence))
            case .frozen(let sequence): throw ArchiveError.ownLogForked(sequence: sequence)
            case .forked(let proof): throw ArchiveError.ownLogForked(sequence: proof.position.sequence)
            }
        }
    }
}
