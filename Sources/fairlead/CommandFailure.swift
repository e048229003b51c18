// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser

/// Turns failures into one line each of what and what next, and the documented exit code.
enum CommandFailure {
    /// Runs a command's work.
    ///
    /// - Throws: `ExitCode` of the problem's kind, after telling it on standard error.
    static func reporting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let problem as Problem {
            StandardStreams.talk("error: \(problem.detail)")
            for place in problem.places { StandardStreams.talk("  at \(place.pointer): \(place.rule)") }
            if !problem.next.isEmpty { StandardStreams.talk("next: \(problem.next)") }
            throw ExitCode(problem.kind.exitCode)
        }
    }
}
