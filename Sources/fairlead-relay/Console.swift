// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import Glibc
import RelayRuntime

/// Data on standard output, talk on standard error, and failures as exit statuses.
enum Console {
    static func data(_ text: String) {
        Self.write(text + "\n", to: STDOUT_FILENO)
    }

    static func talk(_ text: String) {
        Self.write(text + "\n", to: STDERR_FILENO)
    }

    /// Tells a failure and ends with its status.
    static func fail(_ error: any Error) -> any Error {
        guard let failure = error as? RelayFailure else {
            Self.talk("error: \(error)")
            return ExitCode(RelayExit.failure.rawValue)
        }
        Self.talk("error: \(failure)")
        return ExitCode(failure.exit.rawValue)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
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
