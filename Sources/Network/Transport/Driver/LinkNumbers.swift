// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Synchronization

/// Gives every link of a process its own number.
final class LinkNumbers: Sendable {
    private let last = Atomic<UInt64>(0)

    func next() -> LinkID {
        LinkID(number: self.last.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}
