// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Synchronization

/// The one inbox of a driver.
///
/// Two lanes. What links bring is bounded: who would overfill it is suspended, stops to read its socket, and so TCP
/// slows the peer down; nothing is lost. What the driver itself asked for (results of its work, timers, orders of the
/// program) is never suspended, or work and driver could wait for each other; it is bounded by the work under way.
final class Mailbox<Element: Sendable>: Sendable {
    private struct State {
        var prompt: [Element] = []
        var bounded: [Element] = []
        var boundedBytes = 0
        var consumer: CheckedContinuation<Void, Never>?
        var takesBounded = true
        var producers: [CheckedContinuation<Void, Never>] = []
        var isClosed = false

        var isFull: Bool {
            self.bounded.count >= TransportLimit.mailboxFrames || self.boundedBytes >= TransportLimit.mailboxBytes
        }

        var hasWork: Bool {
            !self.prompt.isEmpty || self.isClosed || (self.takesBounded && !self.bounded.isEmpty)
        }

        mutating func takeConsumer() -> CheckedContinuation<Void, Never>? {
            guard self.hasWork else { return nil }
            defer { self.consumer = nil }
            return self.consumer
        }
    }

    private let state = Mutex(State())

    init() {}

    /// Adds something that the driver asked for; never waits.
    func post(_ element: Element) {
        let consumer = self.state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.isClosed else { return nil }
            state.prompt.append(element)
            return state.takeConsumer()
        }
        consumer?.resume()
    }

    /// Adds something from outside; waits for room first.
    ///
    /// - Parameters:
    ///   - element: kept in the order of its sender.
    ///   - byteCount: its weight.
    func send(_ element: Element, byteCount: Int) async {
        while true {
            let (isDone, consumer) = self.state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
                guard !state.isClosed else { return (true, nil) }
                guard !state.isFull else { return (false, nil) }
                state.bounded.append(element)
                state.boundedBytes += byteCount
                return (true, state.takeConsumer())
            }
            consumer?.resume()
            if isDone { return }
            await withCheckedContinuation { continuation in
                let hasRoom = self.state.withLock { state in
                    guard state.isFull, !state.isClosed else { return true }
                    state.producers.append(continuation)
                    return false
                }
                if hasRoom {
                    continuation.resume()
                }
            }
        }
    }

    /// Everything that waits, what the driver asked for first; empty once closed.
    ///
    /// - Parameter bounded: whether the outside's lane is emptied too; false lets it fill up.
    /// - Returns: at least one element unless closed.
    func receive(bounded: Bool) async -> [Element] {
        while true {
            let (batch, producers, isClosed) = self.state.withLock { state in
                state.takesBounded = bounded
                return Self.take(from: &state)
            }
            for producer in producers {
                producer.resume()
            }
            if !batch.isEmpty || isClosed { return batch }
            await withCheckedContinuation { continuation in
                let hasWork = self.state.withLock { state in
                    guard !state.hasWork else { return true }
                    state.consumer = continuation
                    return false
                }
                if hasWork {
                    continuation.resume()
                }
            }
        }
    }

    /// Forgets what waits; later elements are dropped and nobody is suspended any more.
    func close() {
        let (consumer, producers) = self.state.withLock { state in
            state.isClosed = true
            state.prompt = []
            state.bounded = []
            let producers = state.producers
            state.producers = []
            return (state.takeConsumer(), producers)
        }
        consumer?.resume()
        for producer in producers {
            producer.resume()
        }
    }

    private static func take(
        from state: inout State
    ) -> (batch: [Element], producers: [CheckedContinuation<Void, Never>], isClosed: Bool) {
        var batch = state.prompt
        state.prompt = []
        guard state.takesBounded else { return (batch, [], state.isClosed) }
        batch += state.bounded
        state.bounded = []
        state.boundedBytes = 0
        defer { state.producers = [] }
        return (batch, state.producers, state.isClosed)
    }
}
