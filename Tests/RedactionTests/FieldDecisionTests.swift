// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Policy
import Redaction
import StrictJSON
import Testing

@Suite("decisions about the fields of a dossier")
struct FieldDecisionTests {
    @Test("partners see no field that its author marked as a leak", arguments: DossierExample.names)
    func leaksAreCovered(name: String) throws {
        let example = try DossierExample(name)
        let decisions = try Gate.standard().decisions(
            example.incident,
            for: .partners,
            circumstances: example.circumstances
        )
        #expect(!example.leaks.isEmpty)
        for leak in example.leaks {
            let found = decisions.filter { $0.pointer.text == leak.pointer }
            let isCovered = found.contains { $0.action == .withhold || leak.action == "generalise" }
            #expect(isCovered, "\(leak.pointer): \(found.map(\.action)), wanted \(leak.action)")
        }
    }

    @Test("the codes of the lesson survive at customs and partners", arguments: DossierExample.names)
    func lessonsSurvive(name: String) throws {
        let example = try DossierExample(name)
        let redactor = try Gate.standard()
        #expect(!example.survivors.isEmpty)
        for level in [ConfidentialityLevel.customs, .partners] {
            let decisions = redactor.decisions(example.incident, for: level, circumstances: example.circumstances)
            let readable = try Self.readableCodes(name, decisions: decisions)
            for code in example.survivors { #expect(readable.contains(code), "\(code) at \(level)") }
        }
    }

    @Test("a narrower level never loses a field that a wider one sees", arguments: DossierExample.names)
    func levelsAreNested(name: String) throws {
        let example = try DossierExample(name)
        let redactor = try Gate.standard()
        var previous: [String: FieldDecision.Action] = [:]
        for level in [ConfidentialityLevel.everyone, .partners, .customs] {
            let decisions = redactor.decisions(example.incident, for: level, circumstances: example.circumstances)
            let current = Dictionary(decisions.map { ($0.pointer.text, $0.action) }) { first, _ in first }
            if level != .everyone {
                for (pointer, action) in current where previous[pointer] != .withhold {
                    #expect(action == .generalise && previous[pointer] != nil, "\(pointer) at \(level)")
                }
            }
            previous = current
        }
    }

    @Test("nothing of a decision repeats a value that is withheld", arguments: DossierExample.names)
    func replacementsAreCoarser(name: String) throws {
        let example = try DossierExample(name)
        let decisions = try Gate.standard().decisions(
            example.incident,
            for: .partners,
            circumstances: example.circumstances
        )
        let root = try Self.dossier(name)
        for decision in decisions {
            #expect((decision.replacement == nil) == (decision.action == .withhold))
            guard let replacement = decision.replacement else { continue }
            #expect(root.value(at: decision.pointer) != replacement, "\(decision.pointer.text)")
        }
        #expect(decisions.contains { $0.pointer.text == "/case/narrative" && $0.action == .withhold })
    }

    @Test("a decision is written as the command shows it")
    func jsonForm() throws {
        let pointer = try #require(JSONPointer(text: "/case/port"))
        let decision = FieldDecision(pointer: pointer, action: .generalise, replacement: "AU", rule: "port.country")
        #expect(
            JSONWriter.text(decision.json)
                == #"{"pointer":"/case/port","action":"generalise","to":"AU","rule":"port.country"}"#
        )
    }

    private static func dossier(_ name: String) throws -> JSONValue {
        let file = DossierExample.root.appending(path: "peers/demo/dossiers/\(name)")
        return try JSONParser.parse(Array(try Data(contentsOf: file)))
    }

    /// Codes that are still in the structured part when the decisions were carried out.
    private static func readableCodes(_ name: String, decisions: [FieldDecision]) throws -> Set<String> {
        var codes: Set<String> = []
        func visit(_ value: JSONValue, at pointer: JSONPointer) {
            if let decision = decisions.first(where: { $0.pointer == pointer }) {
                if case .string(let code)? = decision.replacement { codes.insert(code) }
                return
            }
            switch value {
            case .string(let code): codes.insert(code)
            case .array(let elements):
                for (index, element) in elements.enumerated() { visit(element, at: pointer.appending(index)) }
            case .object(let object):
                for member in object { visit(member.value, at: pointer.appending(member.name)) }
            case .null, .bool, .number: break
            }
        }
        visit(try dossier(name).objectValue?["case"] ?? nil, at: JSONPointer(tokens: ["case"]))
        return codes
    }
}
