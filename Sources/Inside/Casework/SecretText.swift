// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Text that cannot be encoded, printed, boxed, captured or stored in a collection.
///
/// The bytes live in one allocation that is overwritten when the value dies. They are read by borrowing only:
/// ``withUTF8(_:)`` lends them for the length of one call. Seal first, then let the sealed bytes travel. Snippets that
/// must not compile stand in `Tests/CompileFail`.
package struct SecretText: ~Copyable, @unchecked Sendable {
    // Unchecked because of the pointer alone: this value is its only owner, and nothing writes after `init`.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    /// Takes a copy of bytes that the reader has checked to be UTF-8.
    ///
    /// - Parameter bytes: the text; the caller's own copy is the caller's to wipe.
    package init(copying bytes: some Collection<UInt8>) {
        let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = storage.initialize(from: bytes)
        self.bytes = storage
    }

    /// Takes a copy of a text.
    ///
    /// - Parameter text: any text.
    package init(_ text: String) {
        self.init(copying: text.utf8)
    }

    deinit {
        Self.wipe(self.bytes)
        self.bytes.deallocate()
    }

    /// Number of UTF-8 bytes.
    package var count: Int {
        self.bytes.count
    }

    /// Lends the bytes to one closure.
    ///
    /// - Parameter body: reads the bytes; the span cannot outlive the call.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    package borrowing func withUTF8<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(self.bytes).span)
    }

    /// A second owner of the same text, made on purpose.
    package borrowing func duplicated() -> SecretText {
        SecretText(copying: UnsafeBufferPointer(self.bytes))
    }

    // Never inlined, so that the writes are not removed as stores to memory about to be freed.
    @inline(never)
    private static func wipe(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        for index in bytes.indices {
            bytes[index] = 0
        }
    }
}
