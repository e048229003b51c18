// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import DemoFederation
import StrictJSON
import Testing

/// Constant batches with real desks: what leaves each month is one number, what readers show is the real ones.
@Suite("constant batches", .serialized) struct CoverBatchTests {
    @Test("every month's batch has the same size and shape, and no reader lists, counts or alerts a cover")
    func constantBatches() async throws {
        let size = 3
        let test = try await TestFederation.start { policy in
            policy.replacing("urgent_minimum_age_days: 1}", with: "urgent_minimum_age_days: 1, batch_size: \(size)}")
        }
        let (customs, hub, carrier) = (test.member("customs-au"), test.member("hub-ap"), test.member("carrier-y"))
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await carrier.client.post("/subscriptions", .object(["label": "all"]))
        for dossier in ["en-01", "en-07"] { _ = try await test.release(dossier, at: customs, author, second) }
        try await test.departAll(at: customs)
        for member in [hub, carrier] {
            #expect(try await test.awaitBulletins(2, at: member).count == 2)
        }
        // Publications of the customs desk as everybody sees them, by month.
        var batches: [Int: [(bytes: Int, day: Int)]] = [:]
        let log = try await hub.client.get("/log", query: [("member", "customs-au")]).objectValue?["entries"]?
            .arrayValue
        for entry in log ?? [] {
            guard let object = entry.objectValue, object["kind"]?.stringValue == "publish",
                let day = object["day"]?.integerValue, let bytes = object["bytes"]?.integerValue
            else { continue }
            batches[day, default: []].append((bytes, day))
        }
        try #require(!batches.isEmpty)
        #expect(batches.values.allSatisfy { $0.count == size }, "\(batches)")
        let published = batches.values.reduce(0) { $0 + $1.count }
        #expect(published > 2, "the covers are there")
        // Two lengths at most, one for each type of document.
        #expect(Set(batches.values.flatMap { $0 }.map(\.bytes)).count <= 2)
        for member in [customs, hub, carrier] {
            let status = try await member.client.get("/node/status").objectValue
            #expect(status?["bulletins"]?.integerValue == 2, "\(member.name)")
            let listed = try await member.client.get("/bulletins").objectValue?["bulletins"]?.arrayValue
            #expect(listed?.count == 2)
            let table = try await member.client.get("/statistics/tables/incidents").objectValue
            #expect(table?["cells"]?.arrayValue?.count == 2)
            #expect(table?["not_assessed"]?.integerValue == 0)
        }
        let alerts = try await carrier.client.get("/alerts").objectValue?["alerts"]?.arrayValue
        #expect(alerts?.count == 2)
        try await test.end()
    }
}
