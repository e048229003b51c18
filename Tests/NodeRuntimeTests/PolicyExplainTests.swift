// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation
import NodeRuntime
import StrictJSON
import Testing

@Suite("explanations")
struct PolicyExplainTests {
    private static func summary() throws -> JSONObject {
        let explain = PolicyExplain(try PolicyFixture.demoCrowds())
        let dossiers = try PolicyFixture.dossiers.map { ($0, try PolicyFixture.dossier($0)) }
        return try #require(try explain.summary(dossiers, ratePerMonth: 8).objectValue)
    }

    @Test("at least ten of the twelve dossiers reach partners with method, chain stage and gap")
    func usable() throws {
        let documents = try #require(try Self.summary()["documents"]?.arrayValue).compactMap(\.objectValue)
        #expect(documents.count == 36)
        let analyses = documents.filter { $0["document"]?.stringValue == "pia/1" }
        let useful = analyses.filter { document in
            document["released"]?.boolValue == true
                && document["partners"]?.objectValue?["released"]?.boolValue == true
                && document["kept"] == ["mo", "chain_stages", "security_gaps"]
        }
        #expect(analyses.count == 12 && useful.count >= 10)
        // The one that is held says what is missing, and its warning leaves all the same.
        let held = documents.filter { $0["released"]?.boolValue == false }
        #expect(held.allSatisfy { $0["file"]?.stringValue == "fr-02-medicaments-contrefaits.json" })
        #expect(held.first?["public"]?.objectValue?["held"]?.stringValue == "8 of 10 referrers, 3 of 10 incidents")
        let urgent = documents.filter { $0["urgent"]?.boolValue == true }
        #expect(urgent.count == 12 && urgent.allSatisfy { $0["released"]?.boolValue == true })
    }

    @Test("the time to an alert stands beside the number of referrals among which one hides")
    func timing() throws {
        let timing = try #require(try Self.summary()["timing"]?.objectValue)
        let urgent = try #require(timing["urgent"]?.objectValue)
        let routine = try #require(timing["routine"]?.objectValue)
        #expect(urgent["earliest_days"]?.integerValue == 1 && routine["earliest_days"]?.integerValue == 21)
        let small = try #require(urgent["effective_set"]?.doubleValue)
        let large = try #require(routine["effective_set"]?.doubleValue)
        #expect(small < 3 && large > 15, "\(small) \(large)")
    }

    @Test("an explanation holds no value of whoever reported", arguments: PolicyFixture.dossiers)
    func noReferrer(name: String) throws {
        let bytes = try PolicyFixture.dossier(name)
        let referrer = try #require(try JSONParser.parse(bytes).objectValue?["referrer"]?.objectValue)
        var values: [String] = []
        for (member, value) in referrer.members where member != "stakeholder" && member != "languages" {
            values += ([value] + (value.arrayValue ?? [])).compactMap(\.stringValue)
        }
        #expect(values.count > 3)
        let explain = PolicyExplain(try PolicyFixture.demoCrowds())
        for (type, urgent) in [("pia", false), ("mo", false), ("mo", true)] {
            let text = JSONWriter.text(try explain.explain(bytes, as: type, isUrgent: urgent))
            for value in values { #expect(!text.contains(value)) }
            // Control: the explanation is about this case.
            #expect(text.contains("\"field\":\"mo\""))
        }
    }

    @Test("every field says for each reader its form, its rule with file and line, and what kept a finer one away")
    func fields() throws {
        let explain = PolicyExplain(try PolicyFixture.demoCrowds())
        let bytes = try PolicyFixture.dossier("en-04-sea-chest.json")
        let object = try #require(try explain.explain(bytes, as: "pia", isUrgent: false).objectValue)
        #expect(
            object["circumstances"] == [
                "referrer-on-board", "referrer-works-for-operator", "referral-through-carrier",
                "identifiers-held-by-referrer",
            ]
        )
        let fields = (object["fields"]?.arrayValue ?? []).compactMap(\.objectValue)
        func reader(_ field: String, _ level: String) -> JSONObject? {
            let readers = fields.first { $0["field"]?.stringValue == field }?["readers"]?.arrayValue
            return readers?.compactMap(\.objectValue).first { $0["level"]?.stringValue == level }
        }
        func causes(_ field: String, _ level: String) -> [String] {
            (reader(field, level)?["why"]?.arrayValue ?? []).compactMap(\.objectValue).map { cause in
                ["cause", "claim", "detail"].compactMap { cause[$0]?.stringValue }.joined(separator: " ")
            }
        }
        // Cork is too small, Ireland too: the part of the region is what customs and partners see.
        #expect(
            reader("port", "customs")?["form"] == "sub-region" && reader("port", "customs")?["claim"] == "sub_region"
        )
        #expect(causes("port", "customs") == ["crowd port", "crowd country"])
        #expect(causes("port", "partners") == ["level port customs", "crowd country"])
        #expect(reader("vessel.name", "customs")?["form"] == "withheld")
        #expect(causes("vessel.name", "customs") == ["condition vessel_name referrer-on-board"])
        #expect(causes("dates.closed", "customs") == ["never-leaves"])
        #expect(causes("insider.roles", "partners") == ["level insider_roles customs"])
        for field in fields {
            for reader in (field["readers"]?.arrayValue ?? []).compactMap(\.objectValue) {
                let isSeen = reader["claim"] != nil
                #expect(isSeen || reader["why"]?.arrayValue?.isEmpty == false, "\(field["field"] ?? .null)")
                if isSeen { #expect(reader["rule"]?.stringValue?.hasPrefix("default.yaml:") == true) }
            }
        }
        let crowd = (object["crowd"]?.arrayValue ?? []).compactMap(\.objectValue)
        #expect(crowd.map { $0["level"]?.stringValue } == ["public", "partners", "customs"])
        #expect(crowd.last?["tried"]?.arrayValue?.count == 4)
    }

    @Test("a local rule explains itself with its own file and line")
    func localRule() throws {
        try PolicyFixture.withFolder { folder in
            let text = """
                local: customs-xx
                version: '1'
                narrows: fairlead-default
                documents:
                  - type: pia/1
                    rules:
                      - field: mo
                        forms:
                          - {claim: mo, level: customs}
                """
            let file = folder.appending(path: "local.yaml")
            try text.write(to: file, atomically: true, encoding: .utf8)
            let files = PolicyFolder.Files(
                folder: folder.path,
                populations: PolicyFixture.root.appending(path: "policy/demo/populations.csv").path
            )
            let explain = PolicyExplain(try PolicyFolder(files))
            let bytes = try PolicyFixture.dossier("en-01-abandoned-dry-container.json")
            let answer = JSONWriter.text(try explain.explain(bytes, as: "pia", isUrgent: false))
            #expect(answer.contains("\"claim\":\"mo\",\"rule\":\"\(file.path):9\""))
            let checked = try PolicyCheck.check(folder.path, folder: nil).compactMap(\.objectValue)
            #expect(checked.map { $0["kind"]?.stringValue } == ["local"] && checked[0]["fault"] == nil)
            try text.replacing("level: customs", with: "level: public").write(
                to: file,
                atomically: true,
                encoding: .utf8
            )
            let wrong = try PolicyCheck.check(folder.path, folder: nil).compactMap(\.objectValue)
            #expect(wrong[0]["fault"]?.stringValue?.hasPrefix("\(file.path):9: a local policy cannot widen") == true)
        }
    }
}
