// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import GRDB

/// Keys of audiences, one for each epoch that this node was told.
extension Keyring {
    /// Bytes of an audience's name.
    package static let audienceNameByteLimit = 64

    /// Stores the private key of an epoch.
    ///
    /// - Parameters:
    ///   - key: opens what is sealed to the epoch.
    ///   - audience: name, 1 to 64 bytes.
    ///   - epoch: number.
    /// - Throws: ``KeyringError/alreadyStored(_:)``, ``KeyringError/unusableName``, `DatabaseFailure`.
    package func addAudienceKey(_ key: AgreementKey, audience: String, epoch: UInt64) throws {
        guard (1...Self.audienceNameByteLimit).contains(audience.utf8.count), let number = Int64(exactly: epoch) else {
            throw KeyringError.unusableName
        }
        try self.store(key, as: KeyContext(.audience, name: audience, number: number, days: 0...0))
    }

    /// All keys of audiences, by name, then epoch.
    ///
    /// - Returns: every epoch that is stored.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func audienceKeys() throws -> [AudienceKey] {
        try self.read(.audience).map { entry in
            AudienceKey(
                audience: entry.context.name,
                epoch: UInt64(bitPattern: entry.context.number),
                key: try AgreementKey(privateKey: entry.secret)
            )
        }
    }

    /// The key of one epoch; nil when this node does not have it.
    ///
    /// - Parameters:
    ///   - audience: name.
    ///   - epoch: number.
    /// - Returns: the key.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func audienceKey(audience: String, epoch: UInt64) throws -> AudienceKey? {
        try self.audienceKeys().first { $0.audience == audience && $0.epoch == epoch }
    }

    /// Destroys the keys of old epochs: bulletins sealed to them cannot be opened here any more.
    ///
    /// - Parameters:
    ///   - audience: name.
    ///   - epoch: this one and earlier ones go.
    /// - Returns: how many went.
    /// - Throws: `DatabaseFailure`.
    @discardableResult package func removeAudienceKeys(audience: String, through epoch: UInt64) throws -> Int {
        let count = try self.write { database in
            try database.execute(
                sql: "DELETE FROM private_key WHERE kind = ? AND name = ? AND number <= ?",
                arguments: [KeyKind.audience.rawValue, audience, Int64(clamping: epoch)]
            )
            return database.changesCount
        }
        try self.emptyLog()
        return count
    }

    /// Every key of this node that a slot may be sealed to: audiences' first, then its own, newest first.
    ///
    /// - Returns: keys in the order in which a reader tries them.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func openingKeys() throws -> [AgreementKey] {
        try self.audienceKeys().reversed().map(\.key) + self.agreementKeys().map(\.key)
    }
}
