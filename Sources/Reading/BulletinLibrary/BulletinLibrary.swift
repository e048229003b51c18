// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Database
import Foundation
import GRDB
package import Ledger
import Policy
import StrictJSON

/// The derived store of what this office can read; see the landing page.
package final class BulletinLibrary: Sendable {
    private let pool: DatabasePool

    /// Opens or makes the file.
    ///
    /// - Parameter path: of `library.sqlite` in the desk's home.
    /// - Throws: the errors of the module `Database`: newer version, damaged, full.
    package init(path: String) throws {
        self.pool = try DatabaseFile.openPool(
            path: path,
            migrations: [LibrarySchema.create, LibrarySchema.placeEpochs]
        )
    }

    /// Counter of the last archive entry that the library has taken in.
    package func cursor() async throws -> UInt64 {
        try await self.pool.read { database in
            UInt64(try Int64.fetchOne(database, sql: "SELECT counter FROM cursor") ?? 0)
        }
    }

    /// Takes in what a stretch of the archive means, and moves the cursor, in one transaction.
    ///
    /// - Parameters:
    ///   - changes: in the order of the archive.
    ///   - counter: of the last entry looked at; nil leaves the cursor (bulletins opened further).
    /// - Throws: the errors of the file; nothing of the stretch is then kept.
    package func apply(_ changes: [LibraryChange], through counter: UInt64?) async throws {
        try await self.pool.write { database in
            for change in changes { try LibraryWriter.apply(change, in: database) }
            guard let counter else { return }
            try database.execute(sql: "UPDATE cursor SET counter = ?", arguments: [Int64(counter)])
        }
    }

    /// All bulletins, oldest first.
    package func bulletins() async throws -> [LibraryBulletin] {
        try await self.pool.read { try LibraryRows.bulletins($0, where: "1", arguments: []) }
    }

    /// Random name of this file's life: change numbers of another generation mean nothing.
    package func generation() async throws -> String {
        try await self.pool.read { database in
            try String.fetchOne(database, sql: "SELECT generation FROM cursor") ?? ""
        }
    }

    /// Bulletins that came or were opened further after a reader such as alerts last looked.
    ///
    /// - Parameters:
    ///   - change: the last change number that the reader saw in this ``generation()``, 0 for none.
    ///   - limit: of the answer.
    /// - Returns: bulletins ascending by change number; one that was opened further comes again under a new one.
    /// - Throws: the errors of the file.
    package func bulletins(after change: Int64, limit: Int) async throws -> [(change: Int64, bulletin: LibraryBulletin)]
    {
        try await self.pool.read { try LibraryRows.changed($0, after: change, limit: limit) }
    }

    /// A bulletin by its own id, the first that carried it: nobody takes over an id that this desk already shows.
    package func bulletin(identifier: String) async throws -> LibraryBulletin? {
        try await self.pool.read {
            try LibraryRows.bulletins($0, where: "identifier = ?", arguments: [identifier]).first
        }
    }

    /// A bulletin by the entry that published it.
    package func bulletin(entry: EntryID) async throws -> LibraryBulletin? {
        try await self.pool.read {
            try LibraryRows.bulletins($0, where: "entry = ?", arguments: [Data(entry.bytes)]).last
        }
    }

    /// Answers to a bulletin.
    package func replies(to subject: EntryID) async throws -> [LibraryReply] {
        try await self.pool.read { try LibraryRows.replies($0, to: subject) }
    }

    /// Members whose desks acknowledged a withdrawal.
    package func acknowledgements(of withdrawal: EntryID) async throws -> [SigningPublicKey] {
        try await self.pool.read { try LibraryRows.acknowledgements($0, of: withdrawal) }
    }

    /// Members whose desks said that they hold one life of an origin's log up to a sequence or beyond.
    ///
    /// - Parameters:
    ///   - origin: whose log.
    ///   - logEpoch: which life of it; a receipt for a later one says nothing about this one.
    ///   - sequence: in that life.
    /// - Returns: the members, ascending.
    /// - Throws: the errors of the file.
    package func holders(
        of origin: SigningPublicKey,
        logEpoch: UInt64,
        through sequence: UInt64
    ) async throws -> [SigningPublicKey] {
        try await self.pool.read { try LibraryRows.holders($0, of: origin, logEpoch: logEpoch, through: sequence) }
    }

    /// Members' current agreement keys.
    package func agreementKeys() async throws -> [MemberAgreementKey] {
        try await self.pool.read { try LibraryRows.agreementKeys($0) }
    }

    /// Published audience epochs, oldest first.
    package func audienceEpochs() async throws -> [PublishedAudienceEpoch] {
        try await self.pool.read { try LibraryRows.audienceEpochs($0) }
    }
}
