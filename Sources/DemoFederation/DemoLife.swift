// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Synchronization

/// Runs the demo so that its processes and files go with it, however it ends.
package enum DemoLife {
    /// Runs the story, and with `keep` waits for Ctrl-C afterwards.
    ///
    /// - Returns: whether the proof holds.
    package static func run(_ demo: Demo, keep: Bool) async throws -> Bool {
        let story = Task { try await demo.tell() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { story.cancel() }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        do {
            let isProven = try await story.value
            if keep {
                demo.explainLookingAround()
                let waiting = Task {
                    while true { try await Task.sleep(for: .seconds(3_600)) }
                }
                for source in sources { source.setEventHandler { waiting.cancel() } }
                do {
                    try await waiting.value
                } catch is CancellationError {
                    demo.say("Ending; everything is removed.")
                }
            }
            await demo.cleanUp()
            return isProven
        } catch {
            demo.showEnded()
            await demo.cleanUp()
            throw error
        }
    }
}
