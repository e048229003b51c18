// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Foundation

/// Reads a file that somebody named on the command line line by line, with a cap on each line.
struct InputLines {
    private static let chunk = 1 << 16
    private static let lineLimit = 8 << 20

    private let handle: FileHandle
    private var pending: [UInt8] = []
    private var next = 0
    private var ended = false

    /// - Parameter path: the file, or `-` for standard input.
    /// - Throws: `Problem` when it cannot be opened.
    init(_ path: String) throws(Problem) {
        if path == "-" {
            self.handle = FileHandle.standardInput
        } else if let opened = FileHandle(forReadingAtPath: path) {
            self.handle = opened
        } else {
            throw Problem(.badRequest, "The file cannot be opened.", next: "Check its path and mode.")
        }
    }

    /// The next line that is not empty, without its end; nil at the end of the file.
    ///
    /// - Throws: `Problem` when reading fails or a line is longer than the cap.
    mutating func read() throws(Problem) -> [UInt8]? {
        var searched = self.next
        while true {
            if let end = self.pending[searched...].firstIndex(of: 0x0A) {
                let line = Array(self.pending[self.next..<end])
                self.next = end + 1
                searched = self.next
                if line.isEmpty { continue }
                return line
            }
            searched = self.pending.count - self.next
            self.pending.removeFirst(self.next)
            self.next = 0
            if self.ended {
                let rest = self.pending
                self.pending = []
                return rest.isEmpty ? nil : rest
            }
            guard self.pending.count <= Self.lineLimit else {
                throw Problem(.tooLarge, "A line is longer than \(Self.lineLimit) bytes.", next: "Split the text.")
            }
            try self.fill()
        }
    }

    private mutating func fill() throws(Problem) {
        do {
            guard let data = try self.handle.read(upToCount: Self.chunk), !data.isEmpty else {
                self.ended = true
                return
            }
            self.pending += data
        } catch {
            throw Problem(.badRequest, "The file cannot be read.", next: "Check that it is a regular file.")
        }
    }
}
