// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Where this program's companions are installed.
enum ProgramFolder {
    /// The folder of the running program, followed through links.
    static func find(_ own: URL) throws -> URL {
        guard let path = Bundle.main.executablePath else {
            throw Problem(.configuration, "The program cannot find itself.", next: "Start it by its full path.")
        }
        return URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    }
}

/// Runs programs beside each other: a signal ends them all, and the end of one ends the others.
enum TwoPrograms {
    static func run(_ programs: [(URL, [String])]) async throws {
        let processes = Mutex<[Process]>([])
        let (ends, post) = AsyncStream<Int32>.makeStream()
        for (program, arguments) in programs {
            let process = Process()
            process.executableURL = program
            process.arguments = arguments
            process.terminationHandler = { post.yield($0.terminationStatus) }
            do {
                try process.run()
            } catch {
                processes.withLock { for other in $0 { other.terminate() } }
                throw Problem(
                    .configuration,
                    "\(program.lastPathComponent) cannot be started.",
                    next: "Install both programs in one folder."
                )
            }
            processes.withLock { $0.append(process) }
        }
        let status = await withTaskGroup(of: Int32?.self) { group in
            group.addTask {
                for await status in ends { return status }
                return nil
            }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { return 0 }
                return nil
            }
            let first = await group.next() ?? nil
            processes.withLock { for process in $0 where process.isRunning { process.terminate() } }
            group.cancelAll()
            return first
        }
        processes.withLock { for process in $0 { process.waitUntilExit() } }
        guard status == 0 else {
            throw Problem(
                .deskDown,
                "One of the two programs ended (exit \(status ?? 1)).",
                next: "Its own message is above; start again when that is mended."
            )
        }
    }
}
