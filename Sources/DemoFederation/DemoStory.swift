// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Cryptography
import Foundation
import Release
import StrictJSON
import Synchronization

/// The chapters of the demo between founding and proof; each talks to the desks as any command does.
final class DemoStory: Sendable {
    let demo: Demo
    let federation: Federation
    private let officers = Mutex<[String: SigningKey]>([:])
    private let referrals = Mutex<[(member: String, dossier: String, id: String)]>([])
    private let bulletins = Mutex<[String]>([])

    /// A desk answered with something else than the story needs.
    struct Unexpected: Error, CustomStringConvertible {
        let what: String
        var description: String { "unexpected answer: \(self.what)" }
    }

    init(demo: Demo, federation: Federation) {
        self.demo = demo
        self.federation = federation
    }

    /// Officers get keys of their own, the carrier subscribes.
    func enrol() async throws {
        self.demo.chapter("Officers and subscriptions")
        for member in self.federation.members {
            for name in member.template.officers {
                let key = try await self.enrol(name, at: member)
                self.officers.withLock { $0[name] = key }
            }
            for subscription in member.template.subscriptions {
                _ = try await member.client.post("/subscriptions", .object(subscription))
                self.demo.say("  \(member.name) subscribes: \(subscription["label"]?.stringValue ?? "")")
            }
        }
        self.demo.say("  Each officer has a key file and a passphrase; the desks know the public halves only.")
    }

    private func enrol(_ name: String, at member: Federation.Member) async throws -> SigningKey {
        guard let officer = OfficerName(name) else { throw Unexpected(what: "officer name") }
        let passphrase = Hex.encode(SecureRandom.bytes(16))
        let (file, key) = try OfficerKeyFile.create(
            name: officer,
            passphrase: SecretBytes(copying: Array(passphrase.utf8)),
            parameters: .small
        )
        try file.write(to: self.federation.secrets.appending(path: "\(name).json").path)
        try Federation.writeSecret(passphrase, to: self.federation.secrets.appending(path: "\(name).passphrase"))
        _ = try await member.client.post(
            "/officers",
            .object([
                "name": .string(name), "role": "analyst", "key": .string(Base64URL.encode(key.publicKey.bytes)),
            ])
        )
        return key
    }

    /// The twelve dossiers enter the two customs desks, by region.
    func importDossiers() async throws {
        self.demo.chapter("Referrals come in")
        for (name, bytes) in DemoFiles.dossiers() {
            let region = try JSONParser.parse(bytes).objectValue?["case"]?.objectValue?["wco_region"]?.stringValue ?? ""
            guard let member = self.federation.members.first(where: { $0.template.dossierRegions.contains(region) })
            else { throw Unexpected(what: "no desk for the region of \(name)") }
            let answer = try await member.client.send(.post, "/referrals", body: bytes)
            let id = try Self.text(answer, "id")
            self.referrals.withLock { $0.append((member.name, name, id)) }
            self.demo.say("  \(name) (\(region)) -> \(member.name), receipt given")
        }
    }

    /// One text that names somebody is blocked, one crowd is too small.
    func showBlockedAndHeld() async throws {
        self.demo.chapter("What the gate does not let through")
        guard let first = self.referrals.withLock({ $0.first }) else { throw Unexpected(what: "no referral") }
        let member = self.federation.member(first.member)
        let author = member.template.officers[0]
        let number = try Self.containerNumber(of: first.dossier)
        let draft = try await member.client.post(
            "/analyses",
            .object([
                "referral": .string(first.id), "type": "pia", "author": .string(author),
                "lessons": .string("The terminal should have looked at \(number) again."),
            ])
        )
        let check = try await member.client.get("/analyses/\(try Self.text(draft, "id"))/check")
        guard check.objectValue?["verdict"]?.stringValue == "blocked" else { throw Unexpected(what: "not blocked") }
        let places = (check.objectValue?["errors"]?.arrayValue ?? []).compactMap { $0.objectValue }
        let rules = Set(places.compactMap { $0["rule"]?.stringValue }).sorted()
        self.demo.say(
            "  Blocked: an identifier in free text (\(rules.joined(separator: ", "))); the value is not repeated."
        )
        var verdicts: [String] = []
        for referral in self.referrals.withLock({ $0 }) {
            let desk = self.federation.member(referral.member)
            let id = try await self.draft(referral.id, type: "pia", at: desk)
            let check = try await desk.client.get("/analyses/\(id)/check").objectValue
            guard check?["verdict"]?.stringValue == "held" else {
                verdicts.append("\(referral.dossier): \(check.map { JSONWriter.text(.object($0)) } ?? "")")
                continue
            }
            self.demo.say("  Held: \(referral.dossier): too few could have reported it, even in its coarsest form.")
            return
        }
        throw Unexpected(what: "no dossier was held: \(verdicts)")
    }

    /// Analyses and bulletins, signed by two different officers each.
    func release() async throws {
        self.demo.chapter("Two officers release")
        var counts = (released: 0, held: 0)
        for referral in self.referrals.withLock({ $0 }) {
            let member = self.federation.member(referral.member)
            for type in ["pia", "mo"] {
                do {
                    try await self.release(referral.id, type: type, at: member, showsRefusal: counts.released == 0)
                    counts.released += 1
                } catch let problem as Problem where problem.kind == .crowdTooSmall {
                    counts.held += 1
                }
            }
        }
        self.demo.say(
            "  \(counts.released) released by two different keys over one digest each; \(counts.held) held by the crowd."
        )
    }

    private func release(_ referral: String, type: String, at member: Federation.Member, showsRefusal: Bool)
        async throws
    {
        let (author, second) = (member.template.officers[0], member.template.officers[1])
        let id = try await self.draft(referral, type: type, at: member)
        let digest = try Self.text(try await member.client.post("/analyses/\(id)/candidate"), "digest")
        let first = try self.decision(.approve, digest, by: author)
        _ = try await member.client.post("/analyses/\(id)/submission", first)
        if showsRefusal {
            do {
                _ = try await member.client.post("/releases/\(id)/decisions", first)
                throw Unexpected(what: "an officer approved an own draft")
            } catch let problem as Problem where problem.kind == .secondPersonNeeded {
                self.demo.say("  Refused: \(author) cannot be the second person for an own draft.")
            }
        }
        _ = try await member.client.post("/releases/\(id)/decisions", try self.decision(.approve, digest, by: second))
    }

    private func draft(_ referral: String, type: String, at member: Federation.Member) async throws -> String {
        let answer = try await member.client.post(
            "/analyses",
            .object([
                "referral": .string(referral), "type": .string(type), "author": .string(member.template.officers[0]),
            ])
        )
        return try Self.text(answer, "id")
    }

    func decision(_ kind: DecisionKind, _ digest: String, by officer: String, reason: String? = nil) throws -> JSONValue
    {
        guard let key = self.officers.withLock({ $0[officer] }) else { throw Unexpected(what: "no officer \(officer)") }
        let decision = Decision(kind, on: try Hex.decode(digest), by: key)
        var object: JSONObject = [
            "decision": .string(kind.rawValue),
            "digest": .string(digest),
            "officer_key": .string(Base64URL.encode(key.publicKey.bytes)),
            "signature": .string(Base64URL.encode(decision.signature)),
        ]
        if let reason { object.set("reason", .string(reason)) }
        return .object(object)
    }

    static func text(_ json: JSONValue, _ member: String) throws -> String {
        guard let text = json.objectValue?[member]?.stringValue else { throw Unexpected(what: "no \(member)") }
        return text
    }

    private static func containerNumber(of dossier: String) throws -> String {
        let bytes = DemoFiles.dossiers().first { $0.name == dossier }?.bytes ?? []
        let incident = try JSONParser.parse(bytes).objectValue?["case"]?.objectValue
        guard let number = incident?["container"]?.objectValue?["number"]?.stringValue else {
            throw Unexpected(what: "a dossier without a container number")
        }
        return number
    }
}
