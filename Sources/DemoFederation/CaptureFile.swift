// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import NIOCore
import Synchronization

/// Bytes of one direction of one link, in the order in which they went by.
final class CaptureFile: Sendable {
    private let handle: Mutex<FileHandle>

    init(_ file: URL) throws {
        try PrivateFile.create(file)
        self.handle = Mutex(try FileHandle(forWritingTo: file))
    }

    /// Writes before the bytes are passed on: what a member received was captured.
    func append(_ bytes: ByteBuffer) throws {
        let data = Data(bytes.readableBytesView)
        try self.handle.withLock { try $0.write(contentsOf: data) }
    }
}
