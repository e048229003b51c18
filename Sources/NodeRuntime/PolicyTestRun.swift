// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
import BulletinFormat
import Casework
import EgressGuard
import Intake
import Policy
import PolicyFiles
import Redaction
package import StrictJSON
import Vocabulary

/// Runs a policy's own examples through the gate: `fairlead policy test`.
package struct PolicyTestRun {
    private let folder: PolicyFolder

    package init(_ folder: PolicyFolder) { self.folder = folder }

    /// The examples of the policy that the program ships with.
    ///
    /// - Throws: `Problem` when the program was built without them.
    package static func shipped() throws(Problem) -> [UInt8] {
        guard let bytes = EmbeddedFiles.bytes("tests/default.yaml") else {
            throw Problem(.configuration, "The program has no examples of its own.", next: "Reinstall it.")
        }
        return bytes
    }

    /// Runs all examples of a file.
    ///
    /// - Parameters:
    ///   - bytes: the test file.
    ///   - file: name for errors.
    /// - Returns: `{"file","policy","tests":[{"name","rule","passed","differences"}]}`.
    /// - Throws: `Problem` with file and line when the file, or the case of an example, cannot be read.
    package func run(_ bytes: [UInt8], file: String) throws(Problem) -> JSONValue {
        let examples: [PolicyExample]
        do throws(PolicyFileError) {
            let parsed = try PolicyTestsFile.parse(bytes, file: file)
            guard parsed.policy == self.folder.policies.federation.id else {
                throw PolicyFileError(file: file, line: 1, rule: .narrowsAnotherPolicy(expected: parsed.policy))
            }
            examples = parsed.examples
        } catch {
            throw Problem(policyFile: error)
        }
        var results: [JSONValue] = []
        for example in examples {
            let differences = try self.differences(example)
            results.append(
                .object([
                    "name": .string(example.name),
                    "rule": .string("\(example.place)"),
                    "passed": .bool(differences.isEmpty),
                    "differences": .strings(differences),
                ])
            )
        }
        return .object([
            "file": .string(file),
            "policy": .string(self.folder.policies.effective.id),
            "tests": .array(results),
        ])
    }

    /// What differs between an example's expectation and what the gate gives, a line each.
    private func differences(_ example: PolicyExample) throws(Problem) -> [String] {
        try self.checkNames(example)
        let incident = try self.incident(example)
        let referrer = example.referrer.map { referrer in
            ReferrerClass(
                stakeholder: "frontline-worker",
                isOnBoard: referrer.isOnBoard,
                worksForOperator: referrer.worksForOperator,
                cameThroughCarrier: referrer.cameThroughCarrier
            )
        }
        let redactor = Redactor(
            policy: self.folder.policies.effective,
            vocabularies: self.folder.vocabularies,
            populations: example.crowd.map { Populations($0, vocabularies: self.folder.vocabularies) }
                ?? self.folder.populations
        )
        let draft: Draft
        do {
            draft = try redactor.draft(
                incident,
                as: example.document,
                facts: DocumentFacts(isUrgent: example.isUrgent),
                circumstances: Circumstances(
                    referrer: referrer,
                    posts: example.referrer?.posts.map { TermCode(rawValue: $0) } ?? [],
                    identifiersAreWidelyKnown: example.identifiersAreWidelyKnown,
                    incident: incident.coded,
                    isUrgent: example.isUrgent
                ),
                textGuard: EgressGuard.empty
            )
        } catch {
            guard case .crowdTooSmall(let verdict) = error else { throw Problem(redaction: error) }
            guard let expected = example.heldAt else {
                return ["held at \(verdict.level.rawValue) (\(PolicyExplain.hold(verdict))), expected a release"]
            }
            return expected == verdict.level
                ? [] : ["held at \(verdict.level.rawValue), expected at \(expected.rawValue)"]
        }
        if let level = example.heldAt { return ["released, expected to be held at \(level.rawValue)"] }
        return example.views.flatMap { Self.differences($0, from: draft.bulletin.claims) }
    }

    private static func differences(_ view: PolicyExample.View, from claims: [DraftClaim]) -> [String] {
        var seen: [String: JSONValue] = [:]
        for claim in claims where view.level.mayRead(claim.tier.level) { seen[claim.name] = claim.value }
        var differences: [String] = []
        for (name, expected) in view.sees.members {
            guard let found = seen[name] else {
                differences.append("\(view.level.rawValue) \(name): expected \(Self.text(expected)), nothing is seen")
                continue
            }
            if !Self.agrees(expected, found) {
                differences.append(
                    "\(view.level.rawValue) \(name): expected \(Self.text(expected)), found \(Self.text(found))"
                )
            }
        }
        for name in view.never {
            guard let found = seen[name] else { continue }
            differences.append("\(view.level.rawValue) \(name): expected nothing, found \(Self.text(found))")
        }
        guard let all = view.all else { return differences }
        let names = Set(seen.keys).subtracting([Redactor.reportClaim])
        differences += names.subtracting(all).sorted().map { "\(view.level.rawValue) \($0): not expected at all" }
        differences += Set(all).subtracting(names).sorted().map { "\(view.level.rawValue) \($0): nothing is seen" }
        return differences
    }

    /// A misspelt claim is never seen: an example about it would say nothing.
    private func checkNames(_ example: PolicyExample) throws(Problem) {
        let known = self.folder.policies.federation.rules(for: example.document).flatMap(\.forms).map(\.claim)
        for view in example.views {
            for name in view.sees.names + view.never + (view.all ?? []) where !known.contains(name) {
                throw Problem(
                    .badData,
                    "\(example.place): the federation's policy has no claim '\(name)' in \(example.document.rawValue)",
                    next: "fairlead policy show lists the claims."
                )
            }
        }
    }

    /// Whether an expectation, whose scalars are text, describes a value.
    private static func agrees(_ expected: JSONValue, _ found: JSONValue) -> Bool {
        switch (expected, found) {
        case (.string(let text), .string(let other)): text == other
        case (.string(let text), .number), (.string(let text), .bool): text == JSONWriter.text(found)
        case (.array(let elements), .array(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy { Self.agrees($0, $1) }
        case (.object(let object), .object(let other)):
            object.members.count == other.members.count
                && object.members.allSatisfy { name, value in other[name].map { Self.agrees(value, $0) } ?? false }
        default: false
        }
    }

    private static func text(_ value: JSONValue) -> String { JSONWriter.text(value) }

    /// The case of an example: what it gives, and plain values for the rest.
    private func incident(_ example: PolicyExample) throws(Problem) -> Case {
        var derived = JSONObject()
        if let port = example.caseFields["port"]?.stringValue, let country = Locode.country(of: port) {
            derived.set("country", .string(country))
            if let region = self.folder.vocabularies.region(ofPort: port) { derived.set("wco_region", .string(region)) }
        }
        let bytes: [UInt8]
        do {
            bytes = JSONWriter.write(try ExampleCase.dossier(example.caseFields, derived: derived))
        } catch {
            preconditionFailure("the plain dossier is not JSON: \(error)")
        }
        do {
            return try DossierReader(vocabularies: self.folder.vocabularies).read(bytes).incident
        } catch {
            throw Problem(
                .badData,
                "\(example.place): the case of '\(example.name)' is not valid",
                next: "Use the members of a dossier's case; docs/reference/dossier-1.schema.json has them.",
                places: [Problem.Place(pointer: error.pointer.text, rule: "\(error.rule)")]
            )
        }
    }
}
