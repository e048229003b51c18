// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Alerts
import BulletinLibrary
import Foundation
import Ledger
import Policy
import StrictJSON
import TestSupport
import Testing

@Suite("alerts") struct AlertStoreTests {
    let folder: ScratchFolder
    let library: BulletinLibrary
    let store: AlertStore

    init() throws {
        self.folder = try ScratchFolder()
        self.library = try BulletinLibrary(path: self.folder.path("library.sqlite"))
        self.store = try AlertStore(path: self.folder.path("alerts.sqlite"), matcher: try Fixture.matcher())
    }

    private static let ripOff: JSONObject = [
        "mo": ["rip-on-rip-off"], "wco_region": "europe", "urgency": "urgent",
    ]

    private func receive(_ numbers: UInt8..., claims: JSONObject = Self.ripOff) async throws {
        let changes = try numbers.map { try Fixture.bulletin($0, claims: claims) }
        try await self.library.apply(changes, through: nil)
    }

    @Test("say which bulletin, why and how urgent, newest first")
    func content() async throws {
        try await self.store.add(Fixture.subscription(regions: ["europe"], modusOperandi: ["cargo-contamination"]))
        try await self.receive(1)
        try await self.receive(2, claims: ["mo": ["front-company"], "wco_region": "europe"])
        try await self.receive(3, claims: ["mo_class": "cargo-contamination", "wco_region": "europe"])
        #expect(try await self.store.follow(self.library) == 2)
        let alerts = try await self.store.alerts()
        #expect(alerts.map(\.entry) == [try Fixture.entry(3), try Fixture.entry(1)])
        #expect(alerts.map(\.urgency) == ["routine", "urgent"])
        #expect(alerts.map(\.state) == [.new, .new])
        let first = try #require(alerts.last)
        #expect(first.subscription == "s1")
        #expect(first.reasons == ["region europe", "modus-operandi rip-on-rip-off (asked: cargo-contamination)"])
        #expect(first.answer == nil)
        #expect(try await self.store.alert(first.id) == first)
        #expect(try await self.store.alert(99) == nil)
    }

    @Test("come once for each subscription and bulletin")
    func once() async throws {
        try await self.store.add(Fixture.subscription("s1", regions: ["europe"]))
        try await self.store.add(Fixture.subscription("s2"))
        try await self.store.add(Fixture.subscription("s3", regions: ["africa"]))
        try await self.receive(1, 2)
        #expect(try await self.store.follow(self.library) == 4)
        #expect(try await self.store.follow(self.library) == 0)
        try await self.receive(1, 2)
        #expect(try await self.store.follow(self.library) == 0)
        let alerts = try await self.store.alerts()
        #expect(alerts.filter { $0.subscription == "s1" }.count == 2)
        #expect(alerts.filter { $0.subscription == "s2" }.count == 2)
        #expect(alerts.count == 4)
    }

    @Test("come for more bulletins than one page holds")
    func pages() async throws {
        try await self.store.add(Fixture.subscription())
        let changes = try (UInt8(1)...230).map { try Fixture.bulletin($0, claims: [:]) }
        try await self.library.apply(changes, through: nil)
        #expect(try await self.store.follow(self.library) == 230)
        #expect(Set(try await self.store.alerts().map(\.entry)).count == 230)
    }

    @Test("do not come for a withdrawn or replaced bulletin")
    func notInForce() async throws {
        try await self.store.add(Fixture.subscription())
        let origin = try Fixture.member(9)
        guard case .bulletin(let correction, _) = try Fixture.bulletin(3, claims: [:]) else { return }
        try await self.library.apply(
            [
                .withdrawal(try Fixture.entry(20), of: try Fixture.entry(1), by: origin, reason: "wrong"),
                try Fixture.bulletin(1, claims: [:]),
                try Fixture.bulletin(2, claims: [:]),
                .bulletin(correction, replaces: try Fixture.entry(2)),
            ],
            through: 4
        )
        #expect(try await self.store.follow(self.library) == 1)
        #expect(try await self.store.alerts().map(\.entry) == [try Fixture.entry(3)])
        let matches = try await self.store.matches(of: Fixture.subscription(), in: self.library)
        #expect(matches.map(\.bulletin.entry) == [try Fixture.entry(3)])
    }

    @Test("do not come for bulletins from before the subscription, which a test of it shows")
    func earlierBulletins() async throws {
        try await self.receive(1)
        #expect(try await self.store.follow(self.library) == 0)
        let subscription = Fixture.subscription(regions: ["europe"])
        try await self.store.add(subscription)
        #expect(try await self.store.follow(self.library) == 0)
        let matches = try await self.store.matches(of: subscription, in: self.library)
        #expect(matches.map(\.bulletin.entry) == [try Fixture.entry(1)])
        #expect(matches.map { $0.reasons.map(\.text) } == [["region europe"]])
    }

    @Test("come when a bulletin is opened further and only then shows what was asked for, and still once")
    func openedFurther() async throws {
        try await self.store.add(Fixture.subscription("s1", regions: ["europe"]))
        try await self.store.add(Fixture.subscription("s2"))
        try await self.library.apply([try Fixture.bulletin(1, level: .everyone, claims: [:])], through: 1)
        #expect(try await self.store.follow(self.library) == 1)
        try await self.receive(1)
        #expect(try await self.store.follow(self.library) == 1)
        #expect(try await self.store.follow(self.library) == 0)
        #expect(try await self.store.alerts().map(\.subscription) == ["s1", "s2"])
    }

    @Test("and their cursor survive reopening")
    func reopening() async throws {
        let subscription = Fixture.subscription(
            regions: ["europe", "africa"],
            modusOperandi: ["rip-on-rip-off"],
            commodities: []
        )
        try await self.store.add(subscription)
        try await self.receive(1)
        _ = try await self.store.follow(self.library)
        let alert = try #require(try await self.store.alerts().first)
        try await self.store.acknowledge(alert.id)
        let again = try AlertStore(path: self.folder.path("alerts.sqlite"), matcher: try Fixture.matcher())
        #expect(try await again.subscriptions() == [subscription])
        #expect(try await again.follow(self.library) == 0)
        #expect(try await again.alerts() == self.store.alerts())
        try await self.receive(2)
        #expect(try await again.follow(self.library) == 1)
    }

    @Test("miss nothing and repeat nothing when the library was built again")
    func rebuiltLibrary() async throws {
        try await self.store.add(Fixture.subscription())
        try await self.receive(1, 2, 3)
        #expect(try await self.store.follow(self.library) == 3)
        let rebuilt = try BulletinLibrary(path: self.folder.path("rebuilt.sqlite"))
        try await rebuilt.apply(
            [try Fixture.bulletin(4, claims: [:]), try Fixture.bulletin(1, claims: [:])],
            through: 2
        )
        #expect(try await self.store.follow(rebuilt) == 1)
        #expect(try await self.store.alerts().map(\.entry).sorted() == [1, 2, 3, 4].map(Fixture.entry))
    }

    @Test("are acknowledged once read, and an answered one stays answered")
    func states() async throws {
        try await self.store.add(Fixture.subscription("s1"))
        try await self.store.add(Fixture.subscription("s2"))
        try await self.receive(1, 2)
        _ = try await self.store.follow(self.library)
        let alert = try #require(try await self.store.alerts().last)
        try await self.store.acknowledge(alert.id)
        #expect(try await self.store.alert(alert.id)?.state == .acknowledged)
        try await self.store.answer(
            alert,
            QueuedReply(subject: alert.entry, answer: "seen", countBand: "1-2", day: 20_000)
        )
        try await self.store.acknowledge(alert.id)
        let states = try await self.store.alerts().map {
            "\($0.entry.bytes[0]) \($0.state.rawValue) \($0.answer ?? "-")"
        }
        #expect(states.sorted() == ["1 answered seen", "1 answered seen", "2 new -", "2 new -"])
    }

    @Test("have replies that wait for the next day, and leave once")
    func queuedReplies() async throws {
        try await self.store.add(Fixture.subscription())
        try await self.receive(1, 2)
        _ = try await self.store.follow(self.library)
        var replies: [QueuedReply] = []
        for alert in try await self.store.alerts().sorted(by: { $0.entry < $1.entry }) {
            let reply = QueuedReply(subject: alert.entry, answer: "not-seen", countBand: "1-2", day: 20_000)
            try await self.store.answer(alert, reply)
            replies.append(reply)
        }
        #expect(try await self.store.repliesQueued(before: 20_000) == [])
        let again = try AlertStore(path: self.folder.path("alerts.sqlite"), matcher: try Fixture.matcher())
        #expect(try await again.repliesQueued(before: 20_001) == replies)
        try await again.replySent(replies[0])
        #expect(try await self.store.repliesQueued(before: 20_001) == [replies[1]])
    }

    @Test("answered again before the batch have one reply, the later one")
    func answeredAgain() async throws {
        try await self.store.add(Fixture.subscription())
        try await self.receive(1)
        _ = try await self.store.follow(self.library)
        let alert = try #require(try await self.store.alerts().first)
        let first = QueuedReply(subject: alert.entry, answer: "not-seen", countBand: "1-2", day: 20_000)
        let second = QueuedReply(subject: alert.entry, answer: "seen", countBand: "3-5", day: 20_000)
        try await self.store.answer(alert, first)
        try await self.store.answer(alert, second)
        #expect(try await self.store.repliesQueued(before: 20_001) == [second])
        #expect(try await self.store.alert(alert.id)?.answer == "seen")
    }

    @Test("have subscriptions listed by label, each id once")
    func subscriptions() async throws {
        try await self.store.add(Fixture.subscription("s2"))
        try await self.store.add(Fixture.subscription("s1"))
        #expect(try await self.store.subscriptions().map(\.id) == ["s1", "s2"])
        await #expect(throws: (any Error).self) { try await self.store.add(Fixture.subscription("s1")) }
        #expect(try await self.store.subscriptions().count == 2)
    }
}
