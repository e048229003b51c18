// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// An address for buffers without bytes: libsodium's functions take no null pointers, and do not read it then.
private nonisolated(unsafe) let nowhere = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)

extension UnsafeRawBufferPointer {
    /// The address of the first byte, never null.
    var octets: UnsafePointer<UInt8> {
        (self.baseAddress ?? UnsafeRawPointer(nowhere)).assumingMemoryBound(to: UInt8.self)
    }

    /// The same for functions that take text.
    var characters: UnsafePointer<CChar> {
        (self.baseAddress ?? UnsafeRawPointer(nowhere)).assumingMemoryBound(to: CChar.self)
    }
}

extension UnsafeMutableRawBufferPointer {
    /// The address of the first byte, never null.
    var octets: UnsafeMutablePointer<UInt8> {
        (self.baseAddress ?? nowhere).assumingMemoryBound(to: UInt8.self)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// The address of the first byte, never null.
    var octets: UnsafeMutablePointer<UInt8> {
        self.baseAddress ?? nowhere.assumingMemoryBound(to: UInt8.self)
    }
}
