// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB

/// Why a database file cannot be used, and what to do about it.
///
/// Holds the file's name alone: neither its folder nor any content.
package enum DatabaseFailure: Error, Hashable, Sendable {
    /// The file was written by a newer version of the program.
    case newerVersion(file: String, found: Int, known: Int)
    /// The file is not a database, or its pages contradict each other.
    case damaged(file: String)
    /// The disk has no room left.
    case diskFull(file: String)
    /// The file or its folder cannot be opened or written.
    case notAccessible(file: String)
    /// Another process holds the file for longer than a writer waits.
    case busy(file: String)
    /// A setting that durability depends on did not take hold.
    case unsafeSetting(file: String, name: String, found: String)

    /// What happened and what to do, for people.
    package var advice: String {
        switch self {
        case .newerVersion(let file, let found, let known):
            "\(file) has schema \(found), this program knows \(known): use the newer version of the program."
        case .damaged(let file):
            "\(file) is damaged: restore it from a backup; nothing was written."
        case .diskFull(let file):
            "No room left for \(file): make room and try again; nothing that was acknowledged is lost."
        case .notAccessible(let file):
            "\(file) cannot be opened: check that it and its folder belong to you and can be written."
        case .busy(let file):
            "\(file) is in use by another process: stop that one first."
        case .unsafeSetting(let file, let name, let found):
            "\(file) has \(name) = \(found), which loses data in a power cut: report this."
        }
    }

    /// The failure that an error of SQLite stands for; nil for errors of another nature.
    package init?(_ error: any Error, file: String) {
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(file: file)
        case .SQLITE_FULL: self = .diskFull(file: file)
        case .SQLITE_IOERR
        where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE].contains(error.extendedResultCode):
            // What a full file system looks like from the log and from its shared index.
            self = .diskFull(file: file)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_IOERR:
            self = .notAccessible(file: file)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(file: file)
        default: return nil
        }
    }
}
