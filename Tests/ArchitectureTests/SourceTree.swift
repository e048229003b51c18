// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// The project's own files, as the tests over the tree see them.
enum SourceTree {
    /// The folder that holds `Package.swift`.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every regular file below a folder of the project, sorted, without build products.
    static func files(below folder: String, withExtension fileExtension: String? = nil) -> [URL] {
        let start = folder.isEmpty ? root : root.appending(path: folder)
        guard let walker = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var found: [URL] = []
        for case let file as URL in walker {
            if [".build", ".git", "__pycache__", ".venv"].contains(file.lastPathComponent) {
                walker.skipDescendants()
                continue
            }
            guard fileExtension == nil || file.pathExtension == fileExtension else { continue }
            guard (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true else { continue }
            found.append(file)
        }
        return found.sorted { $0.path < $1.path }
    }

    /// A file's path from the project's root.
    static func relativePath(_ file: URL) -> String {
        String(file.path.dropFirst(root.path.count + 1))
    }

    static func text(_ file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8)
    }
}
