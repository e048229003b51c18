// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Diagnostics
import Synchronization

/// Keeps lines in memory.
final class MemorySink: LogSink {
    private let lines = Mutex<[[UInt8]]>([])

    func write(_ line: [UInt8]) {
        self.lines.withLock { $0.append(line) }
    }

    var texts: [String] {
        self.lines.withLock { lines in lines.map { String(decoding: $0, as: UTF8.self) } }
    }
}
