// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Ledger
import Transport

/// This member's own log: the one place that signs entries.
///
/// An actor because placing, signing, storing and announcing one entry must not be mixed with another's.
actor OwnLog {
    private let archive: Archive
    private let signer: EntrySigner
    private let announce: @Sendable (LoggedEntry) async -> Void

    /// - Parameters:
    ///   - archive: stores before anything is said.
    ///   - signer: of this member.
    ///   - announce: gives the stored entry to the network; its failure loses nothing, peers will ask.
    init(
        archive: Archive,
        signer: EntrySigner,
        announce: @escaping @Sendable (LoggedEntry) async -> Void
    ) {
        self.archive = archive
        self.signer = signer
        self.announce = announce
    }

    /// Whose log this is.
    nonisolated var signerOrigin: EntrySigner { self.signer }

    /// Finishes an entry that a crash interrupted between its intent and its commit.
    func recover() async throws {
        if let entry = try await self.archive.recover(signer: self.signer) { await self.announce(entry) }
    }

    /// Signs, stores and announces one entry.
    func publish(_ draft: EntryDraft) async throws -> LoggedEntry {
        let entry = try await self.archive.publish(draft, signer: self.signer)
        await self.announce(entry)
        return entry
    }
}
