// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
package import Cryptography
import Foundation
import GossipCore
import Keyring
package import StrictJSON

/// Makes a new desk's home: `fairlead init`.
package enum DeskFounding {
    /// Who the new member is; goes into `member.json` for whoever keeps the roster.
    package struct Member: Sendable {
        package var name: String
        package var organisation: String
        package var country: String
        package var region: String
        package var memberClass: String
        package var audiences: [String]
        package var issuesAudienceKeys: Bool

        package init(
            name: String,
            organisation: String,
            country: String,
            region: String,
            memberClass: String,
            audiences: [String],
            issuesAudienceKeys: Bool
        ) {
            self.name = name
            self.organisation = organisation
            self.country = country
            self.region = region
            self.memberClass = memberClass
            self.audiences = audiences
            self.issuesAudienceKeys = issuesAudienceKeys
        }
    }

    /// Makes folder, keyring and configuration.
    ///
    /// - Parameters:
    ///   - home: must not hold a desk yet.
    ///   - member: who the new member says it is.
    ///   - passphrase: opens the keyring from now on.
    ///   - parameters: of Argon2id.
    /// - Returns: the joining record: public keys and who the member says it is.
    /// - Throws: `Problem`.
    package static func create(
        _ home: DeskHome,
        _ member: Member,
        passphrase: SecretBytes,
        parameters: PassphraseParameters
    ) throws -> JSONValue {
        guard !home.exists, !FileManager.default.fileExists(atPath: home.keyring.path) else {
            throw Problem(
                .configuration,
                "There is a desk in this home directory already.",
                next: "Choose another --home; a desk's keys are never overwritten."
            )
        }
        do {
            try FileManager.default.createDirectory(
                at: home.folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let keyring = try Keyring.create(
                at: home.keyring.path,
                passphrase: passphrase,
                parameters: parameters,
                agreementDays: Self.firstKeyDays()
            )
            let record = try Self.joiningRecord(member, keyring)
            try Self.write(JSONWriter.write(record, pretty: true), to: home.joiningRecord)
            let configuration = DeskConfiguration(
                member: member.name,
                issuesAudienceKeys: member.issuesAudienceKeys
            )
            // Last: a home counts as made when this file is there.
            try Self.write(configuration.encoded(), to: home.configuration)
            return record
        } catch {
            throw Problem(opening: error)
        }
    }

    /// Puts a verified roster into a home.
    ///
    /// - Throws: `Problem` when it does not verify against the hash.
    package static func installRoster(_ signedBytes: [UInt8], hash: [UInt8], in home: DeskHome) throws {
        var configuration = try DeskConfiguration.read(home)
        _ = try InstalledRoster.verify(signedBytes, pinnedHash: hash)
        configuration.rosterHash = hash
        do {
            try Self.write(signedBytes, to: home.roster)
            try Self.write(configuration.encoded(), to: home.configuration)
        } catch {
            throw Problem(opening: error)
        }
    }

    private static func firstKeyDays() -> ClosedRange<Int> {
        let days = KeyLifetime.span(from: SystemClock().now().day)
        return Int(clamping: days.lowerBound)...Int(clamping: days.upperBound)
    }

    private static func joiningRecord(_ member: Member, _ keyring: Keyring) throws -> JSONValue {
        .object([
            "format": "fairlead-member/1",
            "name": .string(member.name),
            "organisation": .string(member.organisation),
            "country": .string(member.country),
            "region": .string(member.region),
            "class": .string(member.memberClass),
            "audiences": .array(member.audiences.map { .string($0) }),
            "node_key": .string(Base64URL.encode(keyring.signingKey.publicKey.bytes)),
            "desk_spki": .string(Hex.encode(keyring.tlsIdentity.subjectPublicKeyInfoHash)),
        ])
    }

    /// Written beside and renamed: a crash leaves the old file or the new one, never half of one.
    private static func write(_ bytes: [UInt8], to file: URL) throws {
        try Data(bytes).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
