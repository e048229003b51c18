// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// Keeps the memory of this process from disk and from other processes, as far as the system allows; never fails a start.
///
/// Keys are in ``SecretBytes`` and locked there; a text that is being sealed or a view that is built is not, so that the
/// whole process should be. Pages are locked when they are first touched (`MCL_ONFAULT`): resident memory does not grow.
package struct ProcessMemory: Hashable, Sendable {
    /// Whether no page of the process is written to the swap.
    package enum Lock: String, Hashable, Sendable {
        case locked
        /// The limit `RLIMIT_MEMLOCK` is finite; only keys are locked.
        case limited
        /// The system refused; only keys are locked.
        case refused
    }

    package let lock: Lock
    /// Whether core files and looks by other processes of the user are forbidden.
    package let areDumpsForbidden: Bool

    /// Applies both to this process, for its whole life.
    package static func protect() -> ProcessMemory {
        let areDumpsForbidden = fairlead_forbid_dumps() == 0
        let lock: Lock =
            switch fairlead_lock_memory() {
            case 0: .locked
            case 1: .limited
            default: .refused
            }
        return ProcessMemory(lock: lock, areDumpsForbidden: areDumpsForbidden)
    }

    /// What an operator can set, for people; empty when nothing is left to do.
    package var advice: String {
        switch self.lock {
        case .locked: ""
        case .limited, .refused: "Set LimitMEMLOCK=infinity for the service (ulimit -l unlimited), or encrypt the swap."
        }
    }
}
