// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation
import NodeRuntime
import StrictJSON
import Testing

@Suite("a policy's own examples")
struct PolicyTestRunTests {
    private static func failed(_ answer: JSONValue) -> [String] {
        (answer.objectValue?["tests"]?.arrayValue ?? []).compactMap(\.objectValue)
            .filter { $0["passed"]?.boolValue != true }
            .flatMap { test in (test["differences"]?.arrayValue ?? []).compactMap(\.stringValue) }
    }

    @Test("the examples that ship come out of the policies that ship")
    func shipped() throws {
        let run = PolicyTestRun(try PolicyFolder(PolicyFolder.Files()))
        let answer = try run.run(try PolicyFixture.bytes("policy/tests/default.yaml"), file: "default.yaml")
        #expect(Self.failed(answer) == [])
        #expect(answer.objectValue?["tests"]?.arrayValue?.count ?? 0 >= 15)
        let demo = PolicyFixture.root.appending(path: "policy/demo").path
        let demoRun = PolicyTestRun(
            try PolicyFolder(
                PolicyFolder.Files(policy: demo + "/policy.yaml", populations: demo + "/populations.csv")
            )
        )
        let demoAnswer = try demoRun.run(try PolicyFixture.bytes("policy/demo/tests.yaml"), file: "tests.yaml")
        #expect(Self.failed(demoAnswer) == [])
    }

    /// A change of the policy, and an example that must notice.
    private static let changes: [(old: String, new: String, differs: String)] = [
        ("{claim: country, level: partners,", "{claim: country, level: customs,", "partners country"),
        ("conditions: [{when: identifiers-held-by-referrer}]", "", "customs container_number"),
        ("partners: {referrers: 5,", "partners: {referrers: 1600,", "held at partners"),
        ("{claim: mo, level: partners, as: exact}", "{claim: mo, level: partners, as: root-term}", "partners mo"),
        ("claims: [insider_roles], then: parent-term", "claims: [insider_roles], then: withhold", ""),
        ("public: {referrers: 10,", "public: {referrers: 1,", "released, expected to be held"),
    ]

    @Test("a policy that lets out more or less is noticed by an example", arguments: changes.indices)
    func notices(index: Int) throws {
        let change = Self.changes[index]
        let text = String(decoding: try PolicyFixture.bytes("policy/default.yaml"), as: UTF8.self)
        try #require(text.contains(change.old))
        let differences = try PolicyFixture.withFolder { folder in
            let changed = text.replacing(change.old, with: change.new)
            try changed.write(to: folder.appending(path: "default.yaml"), atomically: true, encoding: .utf8)
            let run = PolicyTestRun(try PolicyFolder(PolicyFolder.Files(folder: folder.path)))
            return Self.failed(try run.run(try PolicyFixture.bytes("policy/tests/default.yaml"), file: "t.yaml"))
        }
        if change.differs.isEmpty {
            // Nothing in the examples depends on it; the control that not every change is reported.
            #expect(differences == [])
        } else {
            #expect(differences.contains { $0.hasPrefix(change.differs) }, "\(differences)")
        }
    }

    @Test("a file for another policy, a misspelt claim and a case that is no case are refused with file and line")
    func refused() throws {
        let run = PolicyTestRun(try PolicyFolder(PolicyFolder.Files()))
        let head = "policy_tests: fairlead-default\ntests:\n"
        let faults = [
            ("policy_tests: other\ntests:\n  - {name: a, case: {}, expect: {held: public}}", "t.yaml:1: "),
            (head + "  - {name: a, case: {}, expect: {customs: {never: [prot]}}}", "t.yaml:3: "),
            (head + "  - {name: a, case: {harbour: NLRTM}, expect: {held: public}}", "t.yaml:3: "),
            (head + "  - {name: a, case: {}, expect: {}}", "t.yaml:3: "),
            (head + "  - {name: a, case: {}, expect: {held: public}, colour: red}", "t.yaml:3: unknown key"),
            (head + "  - {name: a, case: {port: NLRTM}, expect: {held: origin-only}}", "t.yaml:3: "),
            (head + "  []", "t.yaml:3: "),
        ]
        for (text, beginning) in faults {
            do throws(Problem) {
                _ = try run.run(Array(text.utf8), file: "t.yaml")
                Issue.record("accepted: \(text)")
            } catch {
                #expect(error.kind == .badData)
                #expect(error.detail.hasPrefix(beginning), "\(error.detail)")
            }
        }
    }
}
