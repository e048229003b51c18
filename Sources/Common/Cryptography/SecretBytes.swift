// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// Bytes that must not be printed, encoded, swapped to disk or left behind in memory.
///
/// They live in pages that libsodium allocates between guard pages, locks where the system's limit allows it
/// (`RLIMIT_MEMLOCK`), makes read-only once filled and overwrites with zeros when the last reference goes. Equality takes
/// the same time wherever the bytes differ. Nothing here describes the contents: `print`, `dump` and string
/// interpolation show the word "secret" only.
package final class SecretBytes: Sendable {
    /// How many bytes; the one property that may be told.
    package let count: Int

    /// Written by the initialisers only, read-only to the memory protection afterwards: safe to read from any thread.
    private nonisolated(unsafe) let storage: UnsafeMutableRawPointer

    /// Allocates, lets the caller fill, and seals the pages against writing.
    ///
    /// - Parameters:
    ///   - count: bytes to hold.
    ///   - fill: writes all of them; the memory holds arbitrary bytes before.
    /// - Throws: what `fill` throws; nothing is kept then.
    package init<E: Error>(count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(E) -> Void) throws(E) {
        Sodium.start()
        guard let storage = sodium_malloc(max(count, 1)) else {
            preconditionFailure("the system has no memory for \(count) protected bytes")
        }
        do {
            try fill(UnsafeMutableRawBufferPointer(start: storage, count: count))
        } catch {
            // Before the properties are set: `deinit`, which frees too, does not run for a half-made object.
            sodium_free(storage)
            throw error
        }
        self.count = count
        self.storage = storage
        // Best effort like the lock: a system without mprotect loses a guard, not the secret.
        _ = sodium_mprotect_readonly(storage)
    }

    /// Copies bytes; the caller's copy stays as it is.
    package convenience init(copying bytes: [UInt8]) {
        self.init(count: bytes.count) { target in target.copyBytes(from: bytes) }
    }

    /// Copies bytes and overwrites the caller's array with zeros.
    ///
    /// The array must not share its storage, or the zeros go into a fresh copy.
    package convenience init(moving bytes: inout [UInt8]) {
        self.init(count: bytes.count) { target in target.copyBytes(from: bytes) }
        bytes.withUnsafeMutableBytes { sodium_memzero($0.octets, $0.count) }
        bytes = []
    }

    /// Fresh random bytes from the system.
    package convenience init(random count: Int) {
        self.init(count: count) { target in randombytes_buf(target.octets, target.count) }
    }

    deinit {
        // Overwrites with zeros before it gives the pages back.
        sodium_free(self.storage)
    }

    /// Lends the bytes; they must not leave the closure except sealed.
    package func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: self.storage, count: self.count))
    }

    /// A part of the bytes as a secret of its own.
    package func slice(_ range: Range<Int>) -> SecretBytes {
        precondition(range.lowerBound >= 0 && range.upperBound <= self.count, "slice \(range) of \(self.count) bytes")
        return SecretBytes(count: range.count) { target in
            target.copyMemory(from: UnsafeRawBufferPointer(start: self.storage + range.lowerBound, count: range.count))
        }
    }

    /// An ordinary array with the bytes, for code that is about to seal or to write a key file; keep it short-lived.
    package func copiedBytes() -> [UInt8] {
        self.withUnsafeBytes { [UInt8]($0) }
    }
}

extension SecretBytes: Equatable {
    package static func == (left: SecretBytes, right: SecretBytes) -> Bool {
        left.count == right.count && sodium_memcmp(left.storage, right.storage, left.count) == 0
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<secret>" }
    package var debugDescription: String { "<secret>" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .class) }
}
