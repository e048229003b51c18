// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What deriving a key from a passphrase costs: Argon2id's passes and memory.
///
/// Stored beside what the key seals, so that a record opens on a machine with other defaults. A record from outside is
/// checked against ``operationsRange`` and ``memoryByteRange`` before any memory is taken.
package struct PassphraseParameters: Hashable, Sendable {
    /// Passes over the memory.
    package let operations: UInt64

    /// Memory in bytes.
    package let memoryBytes: UInt64

    /// Name of the only algorithm: Argon2id, version 1.3, one lane (RFC 9106).
    package static let algorithm = "argon2id13"

    /// Accepted passes.
    package static let operationsRange: ClosedRange<UInt64> = 1...16

    /// Accepted memory: libsodium's minimum to 1 GiB.
    package static let memoryByteRange: ClosedRange<UInt64> = 8_192...(1 << 30)

    /// The default: libsodium's MODERATE, 3 passes over 256 MiB, 0.8 s on a slow core.
    package static let moderate = PassphraseParameters(operations: 3, uncheckedMemoryBytes: 256 << 20)

    /// For a node in 256 MB of memory: 4 passes over 64 MiB, more than libsodium's INTERACTIVE.
    package static let small = PassphraseParameters(operations: 4, uncheckedMemoryBytes: 64 << 20)

    /// Parameters from a record.
    ///
    /// - Parameters:
    ///   - operations: passes over the memory.
    ///   - memoryBytes: memory in bytes.
    /// - Throws: ``CryptographyError/passphraseParametersOutOfRange(operations:memoryBytes:)``.
    package init(operations: UInt64, memoryBytes: UInt64) throws(CryptographyError) {
        guard Self.operationsRange.contains(operations), Self.memoryByteRange.contains(memoryBytes) else {
            throw .passphraseParametersOutOfRange(operations: operations, memoryBytes: memoryBytes)
        }
        self.init(operations: operations, uncheckedMemoryBytes: memoryBytes)
    }

    private init(operations: UInt64, uncheckedMemoryBytes memoryBytes: UInt64) {
        self.operations = operations
        self.memoryBytes = memoryBytes
    }
}
