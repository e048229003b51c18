// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// The folder `policy/` of the source tree.
enum PolicyTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "policy")
        .resolvingSymlinksInPath()

    /// Paths of all files below the folder, sorted.
    static func paths() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { !$0.hasPrefix(".") && $0.contains(".") }
            .sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }
}
