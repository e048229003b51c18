// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation

/// Reads a file that somebody named on the command line, with a cap.
enum InputFile {
    /// - Parameters:
    ///   - path: the file, or `-` for standard input.
    ///   - byteLimit: the most that is read.
    /// - Returns: the file's bytes.
    /// - Throws: `Problem` when it is missing or too large.
    static func read(_ path: String, byteLimit: Int = ApiLimits.bodyBytes) throws -> [UInt8] {
        let handle: FileHandle
        if path == "-" {
            handle = FileHandle.standardInput
        } else {
            guard let opened = FileHandle(forReadingAtPath: path) else {
                throw Problem(.badRequest, "The file cannot be opened.", next: "Check its path and mode.")
            }
            handle = opened
        }
        let bytes: [UInt8]
        do {
            bytes = Array(try handle.read(upToCount: byteLimit + 1) ?? Data())
        } catch {
            throw Problem(.badRequest, "The file cannot be read.", next: "Check that it is a regular file.")
        }
        guard bytes.count <= byteLimit else {
            throw Problem(.tooLarge, "The file is larger than \(byteLimit) bytes.", next: "Give a smaller file.")
        }
        return bytes
    }
}
