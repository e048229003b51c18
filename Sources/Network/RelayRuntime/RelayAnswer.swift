// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc

/// What a command says: data on standard output, talk on standard error, and its exit status.
package struct RelayAnswer: Hashable, Sendable {
    /// For standard output, empty for none.
    package var data: String
    /// For standard error, empty for none.
    package var talk: String
    package var exit: RelayExit

    package init(data: String = "", talk: String = "", exit: RelayExit = .success) {
        self.data = data
        self.talk = talk
        self.exit = exit
    }

    /// The answer to a failure.
    package init(_ error: any Error) {
        let exit = (error as? RelayFailure)?.exit ?? .failure
        self.init(talk: "error: \(error)", exit: exit)
    }

    /// Writes both.
    package func write() {
        Self.write(self.data, to: STDOUT_FILENO)
        Self.write(self.talk, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        guard !text.isEmpty else { return }
        var bytes = Array((text + "\n").utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                guard errno == EINTR else { return }
                continue
            }
            bytes = bytes.dropFirst(written)
        }
    }
}
