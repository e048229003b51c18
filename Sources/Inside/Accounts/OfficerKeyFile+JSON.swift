// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation

/// The text form of the file.
extension OfficerKeyFile {
    /// The file's bytes: JSON with sorted keys and a line end.
    package func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(OfficerKeyRecord(self))) + [0x0A]
    }

    /// Reads a file.
    ///
    /// - Parameter bytes: its contents; may be hostile.
    /// - Returns: the file, its checksum verified.
    /// - Throws: ``OfficerKeyFileError``.
    package static func decode(_ bytes: [UInt8]) throws(OfficerKeyFileError) -> OfficerKeyFile {
        guard bytes.count <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
        let decoder = JSONDecoder()
        let record: OfficerKeyRecord
        do {
            let format = try decoder.decode(OfficerKeyFormat.self, from: Data(bytes)).format
            guard format == Self.format else { throw OfficerKeyFileError.unknownFormat }
            record = try decoder.decode(OfficerKeyRecord.self, from: Data(bytes))
        } catch let error as OfficerKeyFileError {
            throw error
        } catch {
            throw .malformed(field: OfficerKeyRecord.field(of: error))
        }
        return try record.file()
    }

    /// Writes a new file with mode 0600.
    ///
    /// - Parameter path: where nothing is yet.
    /// - Throws: ``OfficerKeyFileError/alreadyExists``, ``OfficerKeyFileError/notAccessible``.
    package func write(to path: String) throws {
        let bytes = try self.encoded()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? OfficerKeyFileError.alreadyExists : OfficerKeyFileError.notAccessible
        }
        do {
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            try handle.close()
        } catch {
            unlink(path)
            throw OfficerKeyFileError.notAccessible
        }
    }

    /// Reads a file from disk.
    ///
    /// - Parameter path: of the file.
    /// - Returns: the file, its checksum verified.
    /// - Throws: ``OfficerKeyFileError``.
    package static func read(from path: String) throws(OfficerKeyFileError) -> OfficerKeyFile {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .notAccessible }
        let data: Data?
        do {
            data = try handle.read(upToCount: Self.byteLimit + 1)
            try handle.close()
        } catch {
            throw .notAccessible
        }
        return try Self.decode([UInt8](data ?? Data()))
    }
}
