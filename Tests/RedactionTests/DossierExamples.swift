// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Foundation
import Intake
import Policy
import PolicyFiles
import Redaction
import StrictJSON
import Vocabulary

/// The dossiers of `peers/demo/` with what their authors marked.
struct DossierExample {
    let name: String
    let incident: Case
    let referrer: ReferrerClass
    let posts: [TermCode]

    /// Pointer and action that must at least happen to partners.
    let leaks: [(pointer: String, action: String)]

    /// Bare codes that must still be readable.
    let survivors: [String]

    /// Every value of the referrer's record.
    let referrerTexts: [String]

    var circumstances: Circumstances {
        Circumstances(referrer: referrer, posts: posts, incident: incident.coded)
    }

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    static let names: [String] = {
        let folder = root.appending(path: "peers/demo/dossiers").resolvingSymlinksInPath().path
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }()

    init(_ name: String) throws {
        let file = Self.root.appending(path: "peers/demo/dossiers/\(name)")
        let bytes = Array(try Data(contentsOf: file))
        let vocabularies = try Gate.vocabularies()
        let dossier = try DossierReader(vocabularies: vocabularies).read(bytes)
        self.name = name
        incident = dossier.incident
        referrer = ReferrerClass(
            of: dossier.referrer,
            operatorName: dossier.incident.identifying.vessel?.operatorName
        )
        posts = ReferrerPosts.codes(of: dossier.referrer, roles: vocabularies.insiderRoles)
        var texts: [String] = []
        dossier.referrer.forEach { field, text in
            if field != .stakeholder, field != .language { texts.append(text) }
        }
        referrerTexts = texts
        let root = try JSONParser.parse(bytes).objectValue ?? [:]
        leaks = (root["expected_field_leaks"]?.arrayValue ?? []).compactMap { leak in
            guard let leak = leak.objectValue, let path = leak["path"]?.stringValue,
                let action = leak["action"]?.stringValue
            else { return nil }
            return (path, action)
        }
        survivors = (root["must_survive"]?.arrayValue ?? []).compactMap(\.stringValue).filter { !$0.contains(" ") }
    }
}

/// The production redactor with the default and the demo's policy.
enum Gate {
    private static let loaded = Result { try VocabularyFiles.load() }

    static func vocabularies() throws -> Vocabularies { try loaded.get() }

    private static let standardLoaded = Result { try loadStandard() }
    private static let demoLoaded = Result { try loadDemo() }

    static func standard() throws -> Redactor { try standardLoaded.get() }

    static func demo() throws -> Redactor { try demoLoaded.get() }

    private static func loadStandard() throws -> Redactor {
        let vocabularies = try vocabularies()
        return Redactor(
            policy: try PolicyFile.load(overrides: nil, vocabularies: vocabularies),
            vocabularies: vocabularies,
            populations: try PopulationsFile.load(overrides: nil, vocabularies: vocabularies)
        )
    }

    private static func loadDemo() throws -> Redactor {
        let vocabularies = try vocabularies()
        let directory = PolicyDirectory(overrides: nil)
        let policy = try directory.read("demo/policy.yaml")
        let populations = try directory.read("demo/populations.csv")
        return Redactor(
            policy: try PolicyFile.parse(policy.bytes, file: policy.file, vocabularies: vocabularies),
            vocabularies: vocabularies,
            populations: try PopulationsFile.parse(
                populations.bytes,
                file: populations.file,
                vocabularies: vocabularies
            )
        )
    }

    /// A populations table for tests.
    static func populations(_ rows: String) throws -> Populations {
        try PopulationsFile.parse(
            Array("place,month,referrers,incidents,source_kinds\n\(rows)\n".utf8),
            file: "test.csv",
            vocabularies: try vocabularies()
        )
    }
}
