// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import Glibc

/// The small file `epoch.key` beside the keyring: the key of the present epoch, sealed under the keyring's own key.
///
/// ```
/// "fairlead-epoch-key-v1" 0 | u8 keys (1 or 2) | keys x (u64 number | u64 first day | 72 B sealed key), oldest first
/// ```
/// It stands outside the databases so that a backup can leave it out: what lies in an old backup under a key that is in
/// no file any more is gone, whoever knows the passphrase. A new file is complete and synced before it takes the old
/// one's name; then the old one's bytes are overwritten where they lie, as far as the file system writes in place.
struct EpochKeyFile: Sendable {
    static let name = "epoch.key"
    private static let domain = [UInt8]("fairlead-epoch-key-v1".utf8) + [0]
    private static let sealedByteCount = 24 + SealedBox.keyByteCount + 16
    private static let keyByteCount = 16 + Self.sealedByteCount

    let path: String
    let sealingKey: SecretBytes

    init(beside keyring: String, sealingKey: SecretBytes) {
        self.path = URL(filePath: keyring).deletingLastPathComponent().appending(path: Self.name).path
        self.sealingKey = sealingKey
    }

    var exists: Bool { access(self.path, F_OK) == 0 }

    /// Reads the keys.
    ///
    /// - Throws: ``KeyringError/epochKeyMissing``, ``KeyringError/epochKeyDamaged``.
    func read() throws -> EpochKeys {
        guard self.exists else { throw KeyringError.epochKeyMissing }
        guard let data = FileManager.default.contents(atPath: self.path) else { throw KeyringError.epochKeyDamaged }
        let bytes = [UInt8](data)
        let head = Self.domain.count + 1
        guard bytes.count > head, bytes.starts(with: Self.domain), (1...2).contains(bytes[head - 1]),
            bytes.count == head + Int(bytes[head - 1]) * Self.keyByteCount
        else { throw KeyringError.epochKeyDamaged }
        var keys: [EpochKeys.Key] = []
        for start in stride(from: head, to: bytes.count, by: Self.keyByteCount) {
            let context = bytes[start..<start + 16]
            let sealed = bytes[start + 16..<start + Self.keyByteCount]
            let number = context.prefix(8).reduce(0) { $0 << 8 | Int(truncatingIfNeeded: UInt($1)) }
            let firstDay = context.dropFirst(8).reduce(0) { $0 << 8 | Int(truncatingIfNeeded: UInt($1)) }
            do {
                let secret = try SealedBox.openSecret(
                    Array(sealed),
                    key: self.sealingKey,
                    authenticating: Self.domain + context
                )
                keys.append(EpochKeys.Key(number: number, secret: secret, firstDay: firstDay))
            } catch {
                throw KeyringError.epochKeyDamaged
            }
        }
        guard let current = keys.last, keys.count == 1 || keys[0].number < current.number else {
            throw KeyringError.epochKeyDamaged
        }
        return EpochKeys(current: current, former: keys.count == 2 ? keys[0] : nil)
    }

    /// Writes the keys in place of those that are there.
    ///
    /// - Throws: ``KeyringError/epochKeyNotWritten``; the file is then as it was, or as it should be.
    func write(_ keys: EpochKeys) throws {
        let list = [keys.former, keys.current].compactMap { $0 }
        var bytes = Self.domain + [UInt8(list.count)]
        for key in list {
            let context =
                KeyContext.octets(UInt64(bitPattern: Int64(key.number)))
                + KeyContext.octets(UInt64(bitPattern: Int64(key.firstDay)))
            bytes += context
            bytes += try SealedBox.seal(key.secret, key: self.sealingKey, authenticating: Self.domain + context)
        }
        // Opened before the new file takes its name: afterwards nothing else leads to the old bytes.
        let old = open(self.path, O_WRONLY | O_CLOEXEC)
        defer { if old >= 0 { close(old) } }
        let fresh = self.path + ".new"
        guard Self.create(fresh, bytes), rename(fresh, self.path) == 0, self.syncFolder() else {
            throw KeyringError.epochKeyNotWritten
        }
        if old >= 0 { Self.overwrite(old) }
    }

    private static func create(_ path: String, _ bytes: [UInt8]) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, bytes.count) }
        return written == bytes.count && fsync(descriptor) == 0
    }

    /// What had the file's name before has none now; its blocks still hold the former key until they are used again.
    private static func overwrite(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return }
        let zeros = [UInt8](repeating: 0, count: Int(status.st_size))
        _ = zeros.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, zeros.count, 0) }
        fsync(descriptor)
    }

    private func syncFolder() -> Bool {
        let folder = open(URL(filePath: self.path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }
}
