// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Exit statuses of the relay's commands, after sysexits(3).
package enum RelayExit: Int32, Sendable {
    case success = 0
    /// Something failed that has no number of its own.
    case failure = 1
    /// The command line is wrong.
    case usage = 64
    /// A file's content or a signature is wrong.
    case badData = 65
    /// No relay runs, or the port is taken.
    case unavailable = 69
    /// The same command may work later.
    case tryAgain = 75
    /// The roster or the file system does not allow it.
    case notAllowed = 77
    /// The home directory is not set up.
    case configuration = 78
}
