// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Foundation
import Synchronization

/// One program started by the demo or a test, with its output in files, that never outlives its owner.
package final class ManagedProcess: Sendable {
    package let name: String
    /// Where its standard error went: the program's log.
    package let logFile: URL
    private let process: Mutex<Process>

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - name: for messages.
    ///   - program: path of the executable.
    ///   - arguments: without the program's own name; never a secret.
    ///   - environment: added to this process's own.
    ///   - logFile: standard error goes here, standard output beside it.
    /// - Throws: when the program cannot be started.
    package init(
        name: String,
        program: URL,
        arguments: [String],
        environment: [String: String] = [:],
        logFile: URL
    ) throws {
        self.name = name
        self.logFile = logFile
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if !FileManager.default.fileExists(atPath: logFile.path) { try PrivateFile.create(logFile) }
        let log = try FileHandle(forWritingTo: logFile)
        try log.seekToEnd()
        process.standardError = log
        process.standardOutput = log
        process.standardInput = FileHandle.nullDevice
        try process.run()
        self.process = Mutex(process)
    }

    package var isRunning: Bool { self.process.withLock { $0.isRunning } }

    package var processIdentifier: Int32 { self.process.withLock { $0.processIdentifier } }

    /// Exit status once it has ended; nil while it runs.
    package var exitStatus: Int32? {
        self.process.withLock { $0.isRunning ? nil : $0.terminationStatus }
    }

    /// Asks the program to end (SIGTERM), and ends it by force if it has not after some seconds.
    package func stop(graceSeconds: Int = 5) async {
        self.signal(SIGTERM)
        for _ in 0..<(graceSeconds * 50) where self.isRunning {
            do {
                try await Task.sleep(nanoseconds: 20_000_000)
            } catch {
                break  // cancelled: end it at once
            }
        }
        if self.isRunning { self.signal(SIGKILL) }
        self.process.withLock { $0.waitUntilExit() }
    }

    /// Sends a signal if the program still runs.
    package func signal(_ number: Int32) {
        self.process.withLock { process in
            if process.isRunning { kill(process.processIdentifier, number) }
        }
    }
}
