// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
import ServiceLifecycle

/// The memory that a program's own code takes.
///
/// Starting touches most of a program's pages once: relocation, the search for protocol conformances, key derivation. On
/// a small machine they stay resident although nothing needs them. They are clean copies of files, so that the kernel
/// can have them back: what is needed again is read from the page cache.
package struct ProgramPages: Service {
    private static let afterStart = Duration.seconds(10)
    private static let period = Duration.seconds(600)

    package init() {}

    /// Gives pages back soon after the start, and now and then after that, until the program ends.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = Self.afterStart
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: pause)
                } catch {
                    return  // the program is ending
                }
                Self.release()
                pause = Self.period
            }
        }
    }

    /// Gives back the pages of code and constants that nothing has written to.
    ///
    /// Does nothing where the kernel does not say which those are. Never touches memory that was written.
    package static func release() {
        guard let maps = Self.read("/proc/self/smaps") else { return }
        var range: (start: UInt, end: UInt)?
        for line in maps.split(separator: "\n") {
            if let mapping = Self.codeMapping(line) {
                range = mapping.isCode ? mapping.range : nil
            } else if line.hasPrefix("Anonymous:") {
                // Pages that were written, relocated ones among them, are no longer the file's.
                guard let found = range, line.split(separator: " ").dropFirst().first == "0" else { continue }
                Self.discard(found)
            }
        }
    }

    private static func discard(_ range: (start: UInt, end: UInt)) {
        guard let start = UnsafeMutableRawPointer(bitPattern: range.start) else { return }
        let count = Int(range.end - range.start)
        // Locked pages cannot be given back; code needs no lock, it holds no secret. Failing either way harms nothing.
        _ = munlock(start, count)
        _ = madvise(start, count, MADV_DONTNEED)
    }

    /// Reads a mapping's first line: `start-end rwxp offset device inode path`; nil for the lines below it.
    private static func codeMapping(_ line: Substring) -> (range: (start: UInt, end: UInt), isCode: Bool)? {
        let fields = line.split(separator: " ", maxSplits: 5)
        guard fields.count >= 5, let dash = fields[0].firstIndex(of: "-"),
            let start = UInt(fields[0][..<dash], radix: 16),
            let end = UInt(fields[0][fields[0].index(after: dash)...], radix: 16), start < end
        else { return nil }
        let isFile = fields.count == 6 && fields[5].drop { $0 == " " }.hasPrefix("/")
        return ((start, end), isFile && (fields[1] == "r-xp" || fields[1] == "r--p"))
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
