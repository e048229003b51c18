// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Alerts
import Api
import BulletinLibrary
import Cryptography
import StrictJSON
import Vocabulary

extension Desk {
    func createSubscription(_ request: ApiRequest) async throws -> JSONValue {
        let label = try request.text("label")
        guard (1...64).contains(label.count) else {
            throw Problem(.badData, "The label is empty or longer than 64 characters.", next: "Choose another.")
        }
        let subscription = try self.subscription(try request.object(), label: label)
        try await self.alerts.add(subscription)
        self.clerk.nudge()
        return Self.json(subscription)
    }

    func listSubscriptions() async throws -> JSONValue {
        .object(["subscriptions": .array(try await self.alerts.subscriptions().map(Self.json))])
    }

    /// What a subscription would match among the bulletins held here.
    func testSubscription(_ request: ApiRequest) async throws -> JSONValue {
        let subscription = try self.subscription(try request.object(), label: "")
        let held = try await self.library.bulletins().count
        let matches = try await self.alerts.matches(of: subscription, in: self.library)
        return .object([
            "held": .number(JSONNumber(held)),
            "matched": .number(JSONNumber(matches.count)),
            "bulletins": .array(
                matches.map { match in
                    var object = Self.summary(of: match.bulletin)
                    object.set("why", .array(match.reasons.map { .string($0.text) }))
                    return .object(object)
                }
            ),
        ])
    }

    func listAlerts() async throws -> JSONValue {
        var items: [JSONValue] = []
        for alert in try await self.alerts.alerts() { items.append(.object(try await self.summary(of: alert))) }
        return .object(["alerts": .array(items)])
    }

    func showAlert(_ id: String) async throws -> JSONValue {
        let alert = try await self.alert(id)
        var object = try await self.summary(of: alert)
        if let bulletin = try await self.library.bulletin(entry: alert.entry) {
            object.set("claims", .object(bulletin.claims))
        }
        return .object(object)
    }

    func acknowledgeAlert(_ id: String) async throws -> JSONValue {
        let alert = try await self.alert(id)
        try await self.alerts.acknowledge(alert.id)
        return .object(try await self.summary(of: try await self.alert(id)))
    }

    /// Answers a bulletin; leaves with the next day's batch, sealed to the origin, as a count and a region.
    func replyToAlert(_ id: String, _ request: ApiRequest) async throws -> JSONValue {
        let alert = try await self.alert(id)
        let answer = try request.text("answer")
        let band = try request.object()["count"]?.stringValue ?? ""
        guard SealedReply.answers.contains(answer), SealedReply.countBands.contains(band) else {
            throw Problem(
                .badData,
                "There is no such answer or band.",
                next: "Answer seen, not-seen or unclear; bands are 1-2, 3-5, 6-10, 11-25, over-25."
            )
        }
        let reply = QueuedReply(subject: alert.entry, answer: answer, countBand: band, day: self.today)
        try await self.alerts.answer(alert, reply)
        var object = try await self.summary(of: try await self.alert(id))
        object.set("leaves", "with the next day's batch, as a count and a region")
        return .object(object)
    }

    private func alert(_ id: String) async throws -> Alert {
        guard let number = Int64(id), let alert = try await self.alerts.alert(number) else {
            throw Self.notFound("alert")
        }
        return alert
    }

    private func summary(of alert: Alert) async throws -> JSONObject {
        let bulletin = try await self.library.bulletin(entry: alert.entry)
        var object: JSONObject = [
            "id": .string("\(alert.id)"),
            "urgency": .string(alert.urgency),
            "state": .string(alert.state.rawValue),
            "bulletin": .string(bulletin?.identifier ?? ""),
            "title": .string(bulletin.map(self.title) ?? ""),
            "issuer": .string(bulletin?.issuer ?? ""),
            "why": .array(alert.reasons.map { .string($0) }),
        ]
        if let answer = alert.answer { object.set("answer", .string(answer)) }
        if let state = bulletin?.state, state != .inForce {
            object.set("bulletin_state", .string(Self.name(of: state)))
        }
        return object
    }

    /// A bulletin's own title, or what its first modus operandi is called.
    private func title(of bulletin: LibraryBulletin) -> String {
        if let title = bulletin.claims["title"]?.stringValue { return title }
        let modus = (bulletin.claims["mo"] ?? bulletin.claims["mo_class"])?.arrayValue?.first?.stringValue
        return modus.flatMap { self.vocabularies.modusOperandi.label($0, .en) } ?? bulletin.type
    }

    private func subscription(_ body: JSONObject, label: String) throws -> Subscription {
        func codes(_ name: String, isKnown: (String) -> Bool) throws -> [String] {
            let codes = (body[name]?.arrayValue ?? []).compactMap { $0.stringValue }
            if let unknown = codes.firstIndex(where: { !isKnown($0) }) {
                throw Problem(
                    .badData,
                    "A code is not in the vocabulary.",
                    next: "See policy/vocabularies.",
                    places: [Problem.Place(pointer: "/\(name)/\(unknown)", rule: "unknown-code")]
                )
            }
            return codes
        }
        return Subscription(
            id: Hex.encode(SecureRandom.bytes(16)),
            label: label,
            regions: try codes("regions") { self.vocabularies.regions.contains($0) },
            modusOperandi: try codes("modus_operandi") { self.vocabularies.modusOperandi.contains($0) },
            commodities: try codes("commodities") { self.vocabularies.commodities.contains($0) }
        )
    }

    private static func json(_ subscription: Subscription) -> JSONValue {
        .object([
            "id": .string(subscription.id),
            "label": .string(subscription.label),
            "regions": .array(subscription.regions.map { .string($0) }),
            "modus_operandi": .array(subscription.modusOperandi.map { .string($0) }),
            "commodities": .array(subscription.commodities.map { .string($0) }),
        ])
    }
}
