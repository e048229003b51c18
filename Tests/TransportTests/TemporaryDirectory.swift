// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// Runs with a fresh directory and removes it.
@discardableResult
func withTemporaryDirectory<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let directory = URL(filePath: NSTemporaryDirectory()).appending(path: "fl-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    do {
        let result = try await body(directory)
        try FileManager.default.removeItem(at: directory)
        return result
    } catch {
        try? FileManager.default.removeItem(at: directory)
        throw error
    }
}

extension URL {
    /// A directory in this one, made if it is missing.
    func directory(_ name: String) throws -> URL {
        let url = self.appending(path: name)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}
