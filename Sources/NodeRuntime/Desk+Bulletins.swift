// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Archive
import AuditTrail
import BulletinFormat
import BulletinLibrary
import CaseStore
import Cryptography
import Keyring
import Ledger
import Policy
import Release
import Roster
import StrictJSON
import Transport

extension Desk {
    /// The bulletins held here, own and received.
    func listBulletins() async throws -> JSONValue {
        let bulletins = try await self.library.bulletins()
        return .object(["bulletins": .array(bulletins.map { .object(Self.summary(of: $0)) })])
    }

    /// What this office can read of one, what is withheld, and why it can see it.
    func showBulletin(_ identifier: String) async throws -> JSONValue {
        let bulletin = try await self.bulletin(identifier)
        var object = Self.summary(of: bulletin)
        object.set("claims", .object(bulletin.claims))
        object.set("digest", .string(Hex.encode(bulletin.digest)))
        object.set("withheld_at_this_level", .bool(bulletin.level != .customs))
        object.set("why", .string("Member of the audience for \(bulletin.level.rawValue)."))
        object.set("sightings", try await self.sightings(of: bulletin))
        return .object(object)
    }

    /// Answers to a bulletin as counts and regions; the answers themselves only where this desk is the origin.
    private func sightings(of bulletin: LibraryBulletin) async throws -> JSONValue {
        let replies = try await self.library.replies(to: bulletin.entry)
        var object: JSONObject = [
            "replies": .number(JSONNumber(replies.count)),
            "regions": .array(Array(Set(replies.map(\.region))).sorted().map { .string($0) }),
        ]
        if bulletin.origin == self.signingKey.publicKey {
            // A member counts once, with its last answer, however often it answers.
            let last = Dictionary(replies.map { ($0.member, $0.answer) }, uniquingKeysWith: { $1 }).values
            object.set("seen", .number(JSONNumber(last.count { $0 == "seen" })))
            object.set("not_seen", .number(JSONNumber(last.count { $0 == "not-seen" })))
        }
        return .object(object)
    }

    /// A compact SD-JWT with the disclosures of one level.
    ///
    /// - Throws: `Problem`: withdrawn, or a level that this desk cannot open itself.
    func exportBulletin(_ identifier: String, level: String) async throws -> JSONValue {
        let bulletin = try await self.bulletin(identifier)
        guard let reader = ConfidentialityLevel(rawValue: level), let tier = Tier(level: reader) else {
            throw Problem(.badRequest, "There is no such level.", next: "Use customs, partners or public.")
        }
        if case .withdrawn = bulletin.state {
            throw Problem(.wrongState, "The bulletin was withdrawn.", next: "Do not pass it on.")
        }
        guard bulletin.level.mayRead(reader) else {
            throw Problem(.notAllowed, "This office cannot read that level.", next: "Export a level you can read.")
        }
        guard let entry = try await self.archive.read({ try $0.entry(bulletin.entry) }), let body = entry.content.body
        else { throw Self.notFound("bulletin") }
        // Higher tiers are left out before anything is opened, so that their disclosures are not even in memory.
        let parts = zip(entry.header.header.parts, body.parts).map { $0.0.ordinal <= tier.rawValue ? $0.1 : nil }
        do {
            let opened = try BulletinReader.open(
                core: body.core,
                parts: parts,
                issuerKey: bulletin.origin,
                openingKeys: try self.keyring.audienceKeys().map(\.key)
            )
            let compact = SDJWTIssuer.compact(core: body.core, disclosures: opened.disclosures)
            try self.vault.check(encoded: compact)
            return .object([
                "bulletin": .string(identifier),
                "level": .string(level),
                "issuer_key": .string(Base64URL.encode(bulletin.origin.bytes)),
                "sd_jwt": .string(String(decoding: compact, as: UTF8.self)),
            ])
        } catch let refusal as ReleaseRefusal {
            throw Problem(refusal: refusal)
        }
    }

    /// The bulletin as it travels, sealed parts included: no more than every relay holds.
    ///
    /// - Throws: `Problem`: withdrawn, or its content was erased.
    func exportPackage(_ identifier: String) async throws -> JSONValue {
        let bulletin = try await self.bulletin(identifier)
        if case .withdrawn = bulletin.state {
            throw Problem(.wrongState, "The bulletin was withdrawn.", next: "Do not pass it on.")
        }
        guard let entry = try await self.archive.read({ try $0.entry(bulletin.entry) }), let body = entry.content.body
        else { throw Self.notFound("bulletin") }
        let tiers = entry.header.header.parts.compactMap { Tier(rawValue: $0.ordinal) }
        let file = BulletinPackageFile(
            issuerKey: bulletin.origin,
            core: body.core,
            parts: zip(tiers, body.parts).map { ($0, $1) }
        )
        do {
            try self.vault.check(encoded: JSONWriter.write(file.json))
        } catch {
            throw Problem(refusal: error)
        }
        return file.json
    }

    /// Withdraws an own bulletin everywhere.
    ///
    /// One officer suffices: it shows less, not more.
    func withdraw(_ identifier: String, _ request: ApiRequest) async throws -> JSONValue {
        let bulletin = try await self.bulletin(identifier)
        let (officer, decision) = try self.decision(request)
        guard decision.kind == .withdraw, decision.digest == bulletin.digest else {
            throw Problem(refusal: .staleDigest)
        }
        guard bulletin.origin == self.signingKey.publicKey else {
            throw Problem(
                .notAllowed,
                "Only the origin can withdraw a bulletin.",
                next: "Ask the member that issued it."
            )
        }
        if case .withdrawn = bulletin.state {
            throw Problem(.wrongState, "It is withdrawn already.", next: "fairlead bulletin reach \(identifier)")
        }
        let reason = try request.text("reason")
        guard Self.withdrawalReasons.contains(reason) else {
            throw Problem(
                .badData,
                "There is no such reason.",
                next: "Use \(Self.withdrawalReasons.joined(separator: ", "))."
            )
        }
        let entry = try await self.publish(
            EntryDraft(
                kind: .withdraw,
                subject: bulletin.entry,
                priority: .urgent,
                day: self.today,
                core: WithdrawalCore(reason: reason).encoded()
            )
        )
        try await self.readArchive()
        try self.noteWithdrawal(of: bulletin, by: entry)
        try self.note(.withdrawn, by: officer, about: identifier, detail: reason)
        return .object([
            "bulletin": .string(identifier),
            "state": "withdrawn",
            "entry": .string(entry.entry.id.hex),
        ])
    }

    static let withdrawalReasons = ["error", "wrong-audience", "operational", "legal", "superseded"]

    private func noteWithdrawal(of bulletin: LibraryBulletin, by entry: LoggedEntry) throws {
        guard let published = try self.cases.published(entryID: bulletin.entry.bytes),
            let release = try self.cases.release(withDigest: published.digest)
        else { return }
        var machine = try self.machine(of: release)
        do {
            try machine.withdraw(by: entry.entry.id.bytes)
        } catch {
            throw Problem(refusal: error)
        }
        try self.cases.update(Self.updated(release, machine))
    }

    /// Which members' desks have said that they hold it, and, for a withdrawn one, that they show it no longer.
    func reach(of identifier: String) async throws -> JSONValue {
        let bulletin = try await self.bulletin(identifier)
        guard let header = try await self.archive.read({ try $0.header(bulletin.entry) })?.header else {
            throw Self.notFound("bulletin")
        }
        let others = self.node.currentRoster.members.filter { $0.key != bulletin.origin && $0.closedAt == nil }
        let holders = try await self.library.holders(
            of: bulletin.origin,
            logEpoch: header.logEpoch,
            through: header.sequence
        )
        var object: JSONObject = [
            "bulletin": .string(identifier),
            "expected": .number(JSONNumber(others.count)),
            "delivered": .array(others.filter { holders.contains($0.key) }.map { .string($0.name) }),
            "cannot_tell": .array(others.filter { !holders.contains($0.key) }.map { .string($0.name) }),
        ]
        if case .withdrawn(let withdrawal, let reason) = bulletin.state {
            let acknowledged = try await self.library.acknowledgements(of: withdrawal)
            object.set("withdrawn", .string(reason))
            object.set(
                "acknowledged",
                .array(others.filter { acknowledged.contains($0.key) }.map { .string($0.name) })
            )
        }
        return .object(object)
    }

    static func summary(of bulletin: LibraryBulletin) -> JSONObject {
        var object: JSONObject = [
            "id": .string(bulletin.identifier),
            "type": .string(bulletin.type),
            "issuer": .string(bulletin.issuer),
            "month": .string(bulletin.month),
            "state": .string(Self.name(of: bulletin.state)),
            "level": .string(bulletin.level.rawValue),
            "entry": .string(bulletin.entry.hex),
        ]
        if let title = bulletin.claims["title"] { object.set("title", title) }
        if let mo = bulletin.claims["mo"] ?? bulletin.claims["mo_class"] { object.set("mo", mo) }
        return object
    }

    static func name(of state: LibraryBulletin.State) -> String {
        switch state {
        case .inForce: "in-force"
        case .withdrawn: "withdrawn"
        case .replaced: "replaced"
        }
    }
}
