// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Synchronization

/// Tells readers that the archive holds more than before.
///
/// A reader gets the latest receive counter, not each one: it reads the archive after its own cursor, so that nothing
/// is lost when it is slow or starts late.
final class CounterFeed: Sendable {
    private struct State {
        var last: UInt64
        var readers: [UInt64: AsyncStream<UInt64>.Continuation] = [:]
        var nextReader: UInt64 = 0
        var isFinished = false
    }

    private let state: Mutex<State>

    init(last: UInt64) {
        self.state = Mutex(State(last: last))
    }

    /// A stream that starts with the counter of now.
    func stream() -> AsyncStream<UInt64> {
        let (stream, continuation) = AsyncStream.makeStream(of: UInt64.self, bufferingPolicy: .bufferingNewest(1))
        let reader = self.state.withLock { state -> UInt64? in
            continuation.yield(state.last)
            guard !state.isFinished else { return nil }
            state.nextReader += 1
            state.readers[state.nextReader] = continuation
            return state.nextReader
        }
        guard let reader else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { _ in
            self.state.withLock { state in
                _ = state.readers.removeValue(forKey: reader)
            }
        }
        return stream
    }

    func advance(to counter: UInt64) {
        let readers = self.state.withLock { state in
            state.last = max(state.last, counter)
            return Array(state.readers.values)
        }
        for reader in readers {
            reader.yield(counter)
        }
    }

    func finish() {
        let readers = self.state.withLock { state in
            state.isFinished = true
            defer { state.readers = [:] }
            return Array(state.readers.values)
        }
        for reader in readers {
            reader.finish()
        }
    }
}
