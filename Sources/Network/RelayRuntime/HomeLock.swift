// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc

/// The right to be the one relay of a home directory; the kernel gives it back when the process ends, however it ends.
package final class HomeLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Parameter home: an existing directory.
    /// - Throws: `alreadyRunning` when another process has it.
    package init(_ home: RelayHome) throws(RelayFailure) {
        let descriptor = open(home.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw HomeFile.failure(home.lock) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .alreadyRunning(path: home.path)
        }
        self.descriptor = descriptor
    }

    deinit {
        close(self.descriptor)
    }
}
