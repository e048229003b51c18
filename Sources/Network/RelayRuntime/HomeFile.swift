// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc

/// Files of the home directory: whole, small, private.
enum HomeFile {
    /// Reads a file of at most `limit` bytes; nil when there is none.
    static func read(_ path: String, limit: Int) throws(RelayFailure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw Self.failure(path) }
            return nil
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let capacity = bytes.count - count
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), capacity)
            }
            if got == 0 { break }
            guard got > 0 else {
                guard errno == EINTR else { throw Self.failure(path) }
                continue
            }
            count += got
        }
        guard count <= limit else { throw .fileTooLong(name: Self.name(path), limit: limit) }
        return Array(bytes.prefix(count))
    }

    /// Refuses a file that others may read.
    static func requirePrivate(_ path: String) throws(RelayFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure(path) }
        guard status.st_mode & 0o077 == 0 else { throw .fileNotPrivate(name: Self.name(path)) }
    }

    /// Makes a file that is not there yet; it is complete and synced, or not there.
    static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(RelayFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Self.failure(path) }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
            }
            guard written > 0 else {
                guard errno == EINTR else {
                    let failure = Self.failure(path)
                    close(descriptor)
                    unlink(path)
                    throw failure
                }
                continue
            }
            offset += written
        }
        let isSynced = fsync(descriptor) == 0
        close(descriptor)
        guard isSynced else {
            let failure = Self.failure(path)
            unlink(path)
            throw failure
        }
    }

    /// Makes a private directory; an existing one stays as it is.
    static func createDirectory(_ path: String) throws(RelayFailure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Self.failure(path) }
    }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// The failure that `errno` stands for.
    static func failure(_ path: String) -> RelayFailure {
        let code = errno
        guard code != ENOSPC, code != EDQUOT else { return .diskFull(name: Self.name(path)) }
        return .fileNotAccessible(name: Self.name(path), errno: code)
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
