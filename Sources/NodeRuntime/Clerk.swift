// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Diagnostics
import Logging
import ServiceLifecycle
import Synchronization
import Transport

/// Queues the desk's background work, so that no two pieces of it run at once.
final class Clerk: Sendable {
    typealias Answer = CheckedContinuation<ClerkReport, any Error>

    private let requests: AsyncStream<Answer?>
    private let post: AsyncStream<Answer?>.Continuation

    init() {
        (self.requests, self.post) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
    }

    /// Something may have changed; the work is done soon.
    func nudge() { self.post.yield(nil) }

    /// Has the work done now, and says what came of it.
    func workNow() async throws -> ClerkReport {
        try await withCheckedThrowingContinuation { answer in
            if case .terminated = self.post.yield(answer) { answer.resume(throwing: CancellationError()) }
        }
    }

    /// Does the work for each request until the service ends.
    ///
    /// Work that failed is done again at the next request: a disk that was full has room again, nothing is lost.
    func serve(_ work: () async throws -> ClerkReport, failed: (any Error) -> Void) async {
        for await request in self.requests {
            do {
                let report = try await work()
                request?.resume(returning: report)
            } catch {
                failed(error)
                request?.resume(throwing: error)
            }
        }
    }

    func finish() { self.post.finish() }
}

/// What one round of the desk's background work did.
struct ClerkReport: Sendable {
    /// Releases that left: release id and entry id in hex.
    var departed: [(release: String, entry: String)] = []
    /// Releases that were due and did not leave: release id and the coded reason.
    var held: [(release: String, reason: String)] = []
}

/// Runs the clerk: on each new entry, and once a second for the clock.
struct ClerkService: Service {
    let desk: Desk

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await _ in self.desk.node.receiveCounters() { self.desk.clerk.nudge() }
                }
                group.addTask {
                    while !Task.isCancelled {
                        do {
                            try await Task.sleep(for: .seconds(1))
                        } catch {
                            return  // the desk is ending
                        }
                        self.desk.clerk.nudge()
                    }
                }
                await self.desk.clerk.serve {
                    try await self.desk.work()
                } failed: { error in
                    self.desk.logger.error(
                        "background work failed and will be tried again",
                        metadata: .fields([.errorType: "\(type(of: error))"])
                    )
                }
                group.cancelAll()
            }
        }
    }
}
