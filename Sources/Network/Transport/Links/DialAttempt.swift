// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import NIOCore
import Synchronization

/// One attempt to connect, which can be given up while the connection is still being made.
package final class DialAttempt: Sendable {
    private enum State {
        case waiting
        case started([any Channel])
        case cancelled
    }

    private let state = Mutex(State.waiting)

    package init() {}

    /// A channel was made for the attempt; there may be several, one per address of a name.
    func started(_ channel: any Channel) {
        let isCancelled = self.state.withLock { state in
            switch state {
            case .waiting:
                state = .started([channel])
                return false
            case .started(let channels):
                state = .started(channels + [channel])
                return false
            case .cancelled:
                return true
            }
        }
        if isCancelled {
            channel.close(promise: nil)
        }
    }

    /// Gives up; harmless once the link stands.
    package func cancel() {
        let channels = self.state.withLock { state in
            defer { state = .cancelled }
            guard case .started(let channels) = state else { return [any Channel]() }
            return channels
        }
        for channel in channels {
            channel.close(promise: nil)
        }
    }
}
