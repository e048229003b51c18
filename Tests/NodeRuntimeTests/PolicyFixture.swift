// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import NodeRuntime
import StrictJSON

/// The files of `policy/` and `peers/demo/` in the source tree.
enum PolicyFixture {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .resolvingSymlinksInPath()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    static let dossiers: [String] = {
        let folder = root.appending(path: "peers/demo/dossiers").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }()

    static func dossier(_ name: String) throws -> [UInt8] { try bytes("peers/demo/dossiers/\(name)") }

    /// The shipped default policy over the demo's populations.
    static func demoCrowds() throws -> PolicyFolder {
        try PolicyFolder(PolicyFolder.Files(populations: root.appending(path: "policy/demo/populations.csv").path))
    }

    /// A folder that is removed afterwards.
    static func withFolder<Answer>(_ work: (URL) throws -> Answer) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder)
    }
}
