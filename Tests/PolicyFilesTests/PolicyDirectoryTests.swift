// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Policy
import PolicyFiles
import Testing
import Vocabulary

@Suite("files of policy/")
struct PolicyDirectoryTests {
    @Test("every file of policy/ decodes with the production decoder")
    func everyFileDecodes() throws {
        let vocabularies = try VocabularyFiles.load()
        let paths = try PolicyTree.paths()
        #expect(paths.count > 30)
        for path in paths {
            let bytes = try PolicyTree.bytes(path)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            switch name {
            case "README.md":
                continue
            case _ where path.hasPrefix("tests/") || name == "tests.yaml":
                #expect(!(try PolicyTestsFile.parse(bytes, file: path).examples.isEmpty))
            case "default.yaml", "policy.yaml":
                _ = try PolicyFile.parse(bytes, file: path, vocabularies: vocabularies)
            case "populations.csv":
                _ = try PopulationsFile.parse(bytes, file: path, vocabularies: vocabularies)
            case "regions.yaml":
                #expect(try RegionsFile.parse(bytes, file: path).regions.count == 6)
            case "identifiers.yaml":
                #expect(try IdentifiersFile.parse(bytes, file: path).contains("container-number"))
            case "sources.yaml":
                #expect(try SourcesFile.parse(bytes, file: path).contains("gk"))
            case "countries.csv":
                #expect(try CountriesFile.parse(bytes, file: path, regions: vocabularies.regions).contains("AU"))
            case "ports.csv":
                #expect(try PortsFile.parse(bytes, file: path, countries: vocabularies.countries).contains("AUFRE"))
            case "container-size-types.csv":
                #expect(try LabelTableFile.containerSizeTypes(bytes, file: path).group(of: "22G1") == "dry")
            case "hs-chapters.csv":
                #expect(try LabelTableFile.hsChapters(bytes, file: path).contains("2202"))
            default:
                let list = try #require(VocabularyName(rawValue: String(name.dropLast(5))), "\(path) has no decoder")
                _ = try TermListFile.parse(bytes, name: list, file: path)
            }
        }
    }

    @Test("the embedded copies are the files")
    func embeddedCopies() throws {
        let paths = try PolicyTree.paths().filter { !$0.hasSuffix(".md") }
        #expect(EmbeddedFiles.paths.sorted() == paths)
        for path in paths {
            #expect(EmbeddedFiles.bytes(path) == (try PolicyTree.bytes(path)), "\(path) differs")
        }
        #expect(EmbeddedFiles.bytes("vocabularies/none.yaml") == nil)
    }

    @Test("an operator's file replaces the embedded one, and a wrong one is named with its line")
    func overrides() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let lists = directory.appending(path: "vocabularies")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        let text = """
            vocabulary: drug-forms
            version: '2027.01'
            terms:
              - {code: powder, label: {en: "Powder"}, definition: "Solid.", source: [gk]}
            """
        try text.write(to: lists.appending(path: "drug-forms.yaml"), atomically: true, encoding: .utf8)
        #expect(try VocabularyFiles.load(overrides: directory.path).drugForms.version == "2027.01")
        let wrong = text.replacing("source: [gk]", with: "sauce: [gk]")
        let file = lists.appending(path: "drug-forms.yaml")
        try wrong.write(to: file, atomically: true, encoding: .utf8)
        #expect(throws: PolicyFileError(file: file.path, line: 4, rule: .missingKey("source"))) {
            try VocabularyFiles.load(overrides: directory.path)
        }
    }

    @Test("the default policy withholds what its documents promise, and the demo policy has the same rules")
    func defaultPolicy() throws {
        let vocabularies = try VocabularyFiles.load()
        let policy = try PolicyFile.load(overrides: nil, vocabularies: vocabularies)
        let demo = try PolicyFile.parse(
            try PolicyTree.bytes("demo/policy.yaml"),
            file: "demo/policy.yaml",
            vocabularies: vocabularies
        )
        #expect(policy.documents == demo.documents)
        #expect(policy.id != demo.id)
        for type in DocumentType.allCases {
            for field in [SourceField.narrative, .seals, .billOfLading, .referralReceived, .vesselOperator] {
                #expect(policy.rule(for: field, in: type)?.forms ?? [] == [])
            }
        }
        #expect(policy.delay == DelayLaw(minimumAgeDays: 21, batchSpread: 3, urgentMinimumAgeDays: 1))
    }
}
