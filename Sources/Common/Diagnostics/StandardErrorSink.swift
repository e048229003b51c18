// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
import Synchronization

/// Standard error, one whole line at a time.
///
/// Lines of several tasks must not mix, also when standard error is a file or a pipe with little room; hence the lock
/// around the loop of `write(2)`.
package final class StandardErrorSink: LogSink {
    private let lock = Mutex<Void>(())

    package init() {}

    package func write(_ line: [UInt8]) {
        self.lock.withLock { _ in
            line.withUnsafeBytes { bytes in
                var offset = 0
                while offset < bytes.count {
                    let written = Glibc.write(
                        STDERR_FILENO,
                        bytes.baseAddress?.advanced(by: offset),
                        bytes.count - offset
                    )
                    if written > 0 {
                        offset += written
                    } else if errno != EINTR {
                        return
                    }
                }
            }
        }
    }
}
