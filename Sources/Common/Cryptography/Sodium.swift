// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// The one place where libsodium is started.
///
/// `sodium_init` picks the fastest implementations and opens the system's random source; it is safe to ask for it
/// again, from any thread. Every entry point of this module that calls libsodium asks first.
enum Sodium {
    private static let started: Void = {
        // -1 means that the system gives no randomness: no key made here could be trusted.
        precondition(sodium_init() >= 0, "libsodium could not open the system's random source")
    }()

    /// Starts libsodium unless it runs already.
    static func start() {
        _ = self.started
    }
}
