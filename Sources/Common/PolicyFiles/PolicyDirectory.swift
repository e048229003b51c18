// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// Where files of a policy come from: a directory of the operator, else the program itself.
package struct PolicyDirectory: Sendable {
    /// Directory with the same layout as `policy/`; `nil` for the embedded files only.
    private let overrides: String?

    package init(overrides: String?) { self.overrides = overrides }

    /// The bytes of one file: the operator's, if there is one, else the embedded one.
    ///
    /// - Parameter path: below `policy/`.
    /// - Returns: the bytes and the name for errors.
    /// - Throws: `notFound`, `unreadable` or `tooLong`.
    package func read(_ path: String) throws(PolicyFileError) -> (bytes: [UInt8], file: String) {
        if let overrides {
            let file = overrides + "/" + path
            if FileManager.default.fileExists(atPath: file) { return (try Self.bytes(ofFile: file), file) }
        }
        guard let bytes = EmbeddedFiles.bytes(path) else {
            throw PolicyFileError(file: path, line: nil, rule: .notFound)
        }
        return (bytes, path)
    }

    /// The bytes of the operator's own file.
    ///
    /// - Parameter path: below `policy/`.
    /// - Returns: `nil` when the operator has none.
    /// - Throws: `unreadable` or `tooLong`.
    package func ownBytes(_ path: String) throws(PolicyFileError) -> [UInt8]? {
        guard let overrides, FileManager.default.fileExists(atPath: overrides + "/" + path) else { return nil }
        return try Self.bytes(ofFile: overrides + "/" + path)
    }

    /// The bytes of a file on disk, with the size checked first.
    ///
    /// - Parameter file: any path.
    /// - Returns: at most one mebibyte.
    /// - Throws: `notFound`, `unreadable` or `tooLong`.
    package static func bytes(ofFile file: String) throws(PolicyFileError) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw PolicyFileError(file: file, line: nil, rule: .notFound)
        }
        let data: Data?
        do {
            data = try handle.read(upToCount: PolicyFileLimits.fileBytes + 1)
        } catch {
            throw PolicyFileError(file: file, line: nil, rule: .unreadable)
        }
        guard let data else { return [] }
        guard data.count <= PolicyFileLimits.fileBytes else {
            let rule = PolicyFileRule.tooLong(byteCount: data.count, limit: PolicyFileLimits.fileBytes)
            throw PolicyFileError(file: file, line: nil, rule: rule)
        }
        return Array(data)
    }
}
