// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Where finished log lines go.
package protocol LogSink: Sendable {
    /// Writes one line, which ends with a line feed.
    ///
    /// A sink that cannot write drops the line: logging never stops the program.
    func write(_ line: [UInt8])
}
