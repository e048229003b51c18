// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation
import Release
import StrictJSON

extension DemoStory {
    /// The demo clock moves on until all batches have left, and everybody has them.
    func depart() async throws {
        self.demo.chapter("Batches depart (demo clock)")
        let origins = self.federation.members.filter { !$0.template.dossierRegions.isEmpty }
        let began = ContinuousClock.now
        var departed = 0
        for _ in 0..<6 {
            var reasons: Set<String> = []
            try self.federation.clock.advance(days: 31)
            try await self.awaitKeys()
            for member in origins {
                for _ in 0..<20 {
                    let answer = try await member.client.post("/departures/run").objectValue
                    departed += answer?["departed"]?.arrayValue?.count ?? 0
                    let held = answer?["held"]?.arrayValue ?? []
                    reasons.formUnion(held.compactMap { $0.objectValue?["reason"]?.stringValue })
                    guard !held.isEmpty else { break }
                    try await Task.sleep(for: .milliseconds(250))
                }
            }
            let waiting = try await self.waitingDepartures(origins)
            self.demo.say("  month boundary: \(waiting) still wait for a later batch")
            if waiting == 0 { break }
            if !reasons.isEmpty { self.demo.say("    held for a moment: \(reasons.sorted().joined(separator: ", "))") }
        }
        let own = try await self.ownBulletins(origins)
        let seconds = try await self.awaitBulletins(own)
        self.demo.say("  \(own) bulletins left; on every desk \(seconds) ms after the last departure.")
        self.demo.say("  (\((ContinuousClock.now - began).components.seconds) s for all batches of four months)")
        for member in self.federation.members {
            let bulletins = try await member.client.get("/bulletins").objectValue?["bulletins"]?.arrayValue ?? []
            let levels = Dictionary(grouping: bulletins) { $0.objectValue?["level"]?.stringValue ?? "" }
            let text = levels.keys.sorted().map { "\(levels[$0]?.count ?? 0) read as \($0)" }
            self.demo.say("  \(member.name): delivered \(bulletins.count) of \(own); \(text.joined(separator: ", "))")
        }
    }

    /// Waits until every desk has announced a key for the new month, and the hub has issued audience keys.
    private func awaitKeys() async throws {
        for member in self.federation.members { _ = try await member.client.post("/departures/run") }
        for _ in 0..<40 {
            for member in self.federation.members { _ = try await member.client.post("/departures/run") }
            var counts: [Int] = []
            for member in self.federation.members {
                counts.append(try await Self.number(member.client.get("/node/status"), "entries"))
            }
            if Set(counts).count == 1 { return }
            try await Task.sleep(for: .milliseconds(150))
        }
    }

    private func waitingDepartures(_ members: [Federation.Member]) async throws -> Int {
        var count = 0
        for member in members {
            count += try await member.client.get("/departures").objectValue?["departures"]?.arrayValue?.count ?? 0
        }
        return count
    }

    private func ownBulletins(_ members: [Federation.Member]) async throws -> Int {
        var count = 0
        for member in members {
            let bulletins = try await member.client.get("/bulletins").objectValue?["bulletins"]?.arrayValue ?? []
            count += bulletins.count { $0.objectValue?["issuer"]?.stringValue == member.name }
        }
        return count
    }

    /// Waits until every desk holds so many bulletins; gives the milliseconds.
    private func awaitBulletins(_ expected: Int) async throws -> Int64 {
        let began = ContinuousClock.now
        for _ in 0..<300 {
            var isComplete = true
            for member in self.federation.members {
                let held = try await member.client.get("/bulletins").objectValue?["bulletins"]?.arrayValue?.count ?? 0
                isComplete = isComplete && held == expected
            }
            let elapsed = (ContinuousClock.now - began).components
            if isComplete { return elapsed.seconds * 1_000 + elapsed.attoseconds / 1_000_000_000_000_000 }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Unexpected(what: "not every desk got every bulletin")
    }

    /// The alert reaches the carrier with its reason; the answer comes back as a count.
    func alertAndReply() async throws {
        self.demo.chapter("The carrier is alerted, and answers")
        let carrier = self.federation.member("carrier-corvane")
        let alert = try await self.awaitAlert(carrier)
        let why = (alert["why"]?.arrayValue ?? []).compactMap { $0.stringValue }.joined(separator: "; ")
        self.demo.say("  Alert: \(alert["title"]?.stringValue ?? "") from \(alert["issuer"]?.stringValue ?? "")")
        self.demo.say("  Why: \(why)")
        let id = alert["id"]?.stringValue ?? ""
        let body: JSONObject = ["answer": "seen", "count": "1-2"]
        _ = try await carrier.client.post("/alerts/\(id)/reply", .object(body))
        // Replies leave with the next day's batch.
        try self.federation.clock.advance(days: 1)
        _ = try await carrier.client.post("/departures/run")
        let origin = self.federation.member(alert["issuer"]?.stringValue ?? "")
        let bulletin = alert["bulletin"]?.stringValue ?? ""
        for _ in 0..<200 {
            let shown = try await origin.client.get("/bulletins/\(bulletin)").objectValue?["sightings"]?.objectValue
            if let shown, shown["seen"]?.integerValue == 1 {
                let regions = (shown["regions"]?.arrayValue ?? []).compactMap { $0.stringValue }
                self.demo.say(
                    "  Back at \(origin.name): seen by 1 member, region \(regions.joined(separator: ", ")); no name in it"
                )
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Unexpected(what: "the sighting did not come back")
    }

    private func awaitAlert(_ member: Federation.Member) async throws -> JSONObject {
        for _ in 0..<200 {
            _ = try await member.client.post("/departures/run")
            let alerts = try await member.client.get("/alerts").objectValue?["alerts"]?.arrayValue ?? []
            if let alert = alerts.last?.objectValue { return alert }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Unexpected(what: "no alert reached \(member.name)")
    }

    /// A withdrawal, acknowledged by every member.
    func withdraw() async throws {
        self.demo.chapter("A bulletin is withdrawn")
        let member = self.federation.member("customs-nl")
        let bulletins = try await member.client.get("/bulletins").objectValue?["bulletins"]?.arrayValue ?? []
        guard
            let own = bulletins.compactMap({ $0.objectValue }).first(where: { $0["issuer"]?.stringValue == member.name }
            ),
            let id = own["id"]?.stringValue
        else { throw Unexpected(what: "no own bulletin") }
        let digest = try Self.text(try await member.client.get("/bulletins/\(id)"), "digest")
        let officer = member.template.officers[0]
        let decision = try self.decision(.withdraw, digest, by: officer, reason: "wrong-audience")
        _ = try await member.client.post("/bulletins/\(id)/withdrawal", decision)
        for _ in 0..<200 {
            let reach = try await member.client.get("/bulletins/\(id)/reach").objectValue
            let acknowledged = (reach?["acknowledged"]?.arrayValue ?? []).compactMap { $0.stringValue }
            if acknowledged.count == reach?["expected"]?.integerValue {
                self.demo.say(
                    "  Withdrawn; acknowledged by \(acknowledged.count) of \(acknowledged.count): \(acknowledged.joined(separator: ", "))"
                )
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Unexpected(what: "not every member acknowledged the withdrawal")
    }

    /// The hub's table over what it can open.
    func table() async throws {
        self.demo.chapter("The hub's table: incidents by quarter, region and modus operandi family")
        let hub = self.federation.member("hub-ap")
        let table = try await hub.client.get("/statistics/tables/incidents").objectValue
        for cell in (table?["cells"]?.arrayValue ?? []).compactMap({ $0.objectValue }) {
            let words = ["quarter", "region", "mo_family", "incidents", "contributors"].map {
                cell[$0]?.stringValue ?? ""
            }
            self.demo.say(
                "  \(words[0])  \(words[1].padding(toLength: 5, withPad: " ", startingAt: 0))"
                    + "\(words[2].padding(toLength: 26, withPad: " ", startingAt: 0))"
                    + "incidents \(words[3])  contributors \(words[4])"
            )
        }
        for name in ["threshold", "coverage"] { self.demo.say("  \(name): \(table?[name]?.stringValue ?? "")") }
        self.demo.say("  not assessed: \(table?["not_assessed"]?.integerValue ?? 0)")
    }

    /// Who holds what, in entries.
    func status() async throws {
        self.demo.chapter("Who holds what")
        for member in self.federation.members {
            let status = try await member.client.get("/node/status")
            let verified = try await member.client.get("/log/verification").objectValue?["intact"]?.boolValue == true
            self.demo.say(
                "  \(member.name): \(try Self.number(status, "entries")) entries, "
                    + "\(try Self.number(status, "bulletins")) bulletins; log and audit trail "
                    + (verified ? "verified" : "DAMAGED")
            )
            guard verified else { throw Unexpected(what: "a log does not verify") }
        }
    }

    static func number(_ json: JSONValue, _ member: String) throws -> Int {
        guard let number = json.objectValue?[member]?.integerValue else { throw Unexpected(what: "no \(member)") }
        return number
    }
}
