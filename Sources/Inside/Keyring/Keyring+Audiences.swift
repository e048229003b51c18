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
    /// - Parameter key: of an audience whose name has 1 to 64 bytes.
    /// - Throws: ``KeyringError/alreadyStored(_:)``, ``KeyringError/unusableName``, `DatabaseFailure`.
    package func addAudienceKey(_ key: AudienceKey) throws {
        guard (1...Self.audienceNameByteLimit).contains(key.audience.utf8.count), !key.audience.contains("@"),
            let number = Int64(exactly: key.epoch)
        else { throw KeyringError.unusableName }
        let name = Self.name(of: key.audience, issuer: key.issuer)
        try self.store(key.key, as: KeyContext(.audience, name: name, number: number, days: key.days))
    }

    /// All keys of audiences, by name, issuer, then epoch.
    ///
    /// - Returns: every epoch that is stored.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func audienceKeys() throws -> [AudienceKey] {
        try self.read(.audience).map { entry in
            let parts = entry.context.name.split(separator: "@", maxSplits: 1)
            guard parts.count == 2 else { throw KeyringError.damaged(.audience) }
            let issuer: SigningPublicKey
            do {
                issuer = try SigningPublicKey(bytes: try Base64URL.decode(String(parts[1])))
            } catch {
                throw KeyringError.damaged(.audience)
            }
            return AudienceKey(
                audience: String(parts[0]),
                epoch: UInt64(bitPattern: entry.context.number),
                issuer: issuer,
                days: Int(entry.context.firstDay)...Int(entry.context.lastDay),
                key: try AgreementKey(privateKey: entry.secret)
            )
        }
    }

    /// The key of one epoch; nil when this node does not have it.
    ///
    /// - Parameters:
    ///   - audience: name.
    ///   - epoch: number.
    ///   - issuer: the hub that counts.
    /// - Returns: the key.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func audienceKey(audience: String, epoch: UInt64, issuer: SigningPublicKey) throws -> AudienceKey? {
        try self.audienceKeys().first { $0.audience == audience && $0.epoch == epoch && $0.issuer == issuer }
    }

    /// Destroys the keys of epochs that ended: bulletins sealed to them cannot be opened here any more.
    ///
    /// - Parameter day: keys with an earlier last day go; days since 1970-01-01.
    /// - Returns: how many went.
    /// - Throws: `DatabaseFailure`.
    @discardableResult package func removeAudienceKeys(endedBefore day: Int) throws -> Int {
        try self.remove(.audience, endedBefore: day)
    }

    /// Every key of this node that a slot may be sealed to: audiences' first, then its own, newest first.
    ///
    /// - Returns: keys in the order in which a reader tries them.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func openingKeys() throws -> [AgreementKey] {
        try self.audienceKeys().reversed().map(\.key) + self.agreementKeys().map(\.key)
    }

    private static func name(of audience: String, issuer: SigningPublicKey) -> String {
        "\(audience)@\(Base64URL.encode(issuer.bytes))"
    }
}
