// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Synchronization

/// Frames that wait for one link's socket.
///
/// Two lanes keep the order of their frames: range streams in one, everything else in the other; while both wait,
/// ``TransportLimit/liveFramesPerBulkFrame`` frames of the second go for each of the first, so that a catch-up does not
/// hold up news. Full lanes never grow: the owner hears it and drops the push, which the next summary repairs.
final class LinkOutbox: Sendable {
    /// What became of a frame.
    enum Offer: Equatable {
        case taken
        /// Taken, and the lane is now over its mark: no more pushes, please.
        case takenAndFull
        /// Not taken: the lane is at its bound, or the link closes.
        case dropped
    }

    private struct Lane {
        var frames: [Frame] = []
        var first = 0
        var byteCount = 0

        var isEmpty: Bool { self.first == self.frames.count }

        mutating func append(_ frame: Frame) {
            self.frames.append(frame)
            self.byteCount += frame.byteCount
        }

        mutating func removeFirst() -> Frame {
            let frame = self.frames[self.first]
            self.first += 1
            self.byteCount -= frame.byteCount
            if self.first > 64, self.first * 2 > self.frames.count {
                self.frames.removeFirst(self.first)
                self.first = 0
            }
            return frame
        }
    }

    private struct State {
        var live = Lane()
        var bulk = Lane()
        var isFull = false
        var isClosing = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let hasRoom: @Sendable () -> Void

    /// Makes an empty outbox.
    ///
    /// - Parameter hasRoom: called once after each ``Offer/takenAndFull``, when both lanes are half empty again.
    init(hasRoom: @escaping @Sendable () -> Void) {
        self.hasRoom = hasRoom
    }

    /// Adds a frame, or drops it.
    func offer(_ frame: Frame, isBulk: Bool) -> Offer {
        let (result, waiter) = self.state.withLock { state -> (Offer, CheckedContinuation<Void, Never>?) in
            guard !state.isClosing else { return (.dropped, nil) }
            let mark = isBulk ? TransportLimit.bulkQueueBytes : TransportLimit.liveQueueBytes
            let waiting = isBulk ? state.bulk.byteCount : state.live.byteCount
            // The bound is far above the mark: the core stops when it hears of the mark, and what was under way fits.
            guard waiting + frame.byteCount <= mark * TransportLimit.queueBoundFactor else { return (.dropped, nil) }
            if isBulk {
                state.bulk.append(frame)
            } else {
                state.live.append(frame)
            }
            let becomesFull = !state.isFull && waiting + frame.byteCount > mark
            state.isFull = state.isFull || becomesFull
            defer { state.waiter = nil }
            return (becomesFull ? .takenAndFull : .taken, state.waiter)
        }
        waiter?.resume()
        return result
    }

    /// Takes no more frames; what waits is still sent.
    func close() {
        let waiter = self.state.withLock { state in
            state.isClosing = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Takes no more frames and forgets those that wait.
    func abandon() {
        let waiter = self.state.withLock { state in
            state.isClosing = true
            state.live = Lane()
            state.bulk = Lane()
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// The next frames in sending order, at most about 64 KiB of them; nil once closed and empty.
    func next() async -> [Frame]? {
        while true {
            if let batch = self.takeBatch() {
                return batch.isEmpty ? nil : batch
            }
            await withCheckedContinuation { continuation in
                let isReady = self.state.withLock { state in
                    guard state.live.isEmpty, state.bulk.isEmpty, !state.isClosing else { return true }
                    state.waiter = continuation
                    return false
                }
                if isReady {
                    continuation.resume()
                }
            }
        }
    }

    /// Frames to send; empty when closed, nil when there is nothing yet.
    private func takeBatch() -> [Frame]? {
        let (batch, isDrained) = self.state.withLock { state -> ([Frame]?, Bool) in
            var batch: [Frame] = []
            var byteCount = 0
            while byteCount < TransportLimit.writeBytes, !(state.live.isEmpty && state.bulk.isEmpty) {
                var liveCount = 0
                while liveCount < TransportLimit.liveFramesPerBulkFrame, !state.live.isEmpty {
                    let frame = state.live.removeFirst()
                    byteCount += frame.byteCount
                    batch.append(frame)
                    liveCount += 1
                }
                if !state.bulk.isEmpty {
                    let frame = state.bulk.removeFirst()
                    byteCount += frame.byteCount
                    batch.append(frame)
                }
            }
            let isDrained =
                state.isFull && state.live.byteCount * 2 <= TransportLimit.liveQueueBytes
                && state.bulk.byteCount * 2 <= TransportLimit.bulkQueueBytes
            if isDrained {
                state.isFull = false
            }
            if batch.isEmpty {
                return (state.isClosing ? [] : nil, isDrained)
            }
            return (batch, isDrained)
        }
        if isDrained {
            self.hasRoom()
        }
        return batch
    }
}
