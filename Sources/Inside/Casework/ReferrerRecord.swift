// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Who reported: every value in one secret text, read by borrowing.
///
/// The type has no field of a copyable text, cannot be encoded or printed, and does not leave the desk. The vault seals
/// what ``withEncoded(_:)`` lends; the reader at the edge makes the value. Aliases and languages repeat their field.
package struct ReferrerRecord: ~Copyable, Sendable {
    private let fields: SecretText

    /// Collects the values of a record.
    ///
    /// - Parameter values: field and text, in the order of the record; texts that are not known are left out.
    package init(_ values: [(field: ReferrerField, text: String)]) {
        var bytes: [UInt8] = []
        for value in values {
            SealedFields.append(tag: value.field.rawValue, value.text.utf8, to: &bytes)
        }
        self.fields = SecretText(copying: bytes)
    }

    /// Reads the bytes from inside an intact seal.
    ///
    /// - Parameter encoded: what ``withEncoded(_:)`` lent when the record was sealed.
    /// - Throws: ``SealedFieldsError``.
    package init(encoded: consuming SecretText) throws(SealedFieldsError) {
        try encoded.withUTF8 { (bytes: Span<UInt8>) throws(SealedFieldsError) in
            try SealedFields.forEach(in: bytes) { (tag: UInt8, range: Range<Int>) throws(SealedFieldsError) in
                guard ReferrerField(rawValue: tag) != nil else { throw .unknownTag(tag, offset: range.lowerBound) }
                _ = try SealedFields.text(bytes, range)
            }
        }
        self.fields = encoded
    }

    /// Lends the bytes that are to be sealed.
    ///
    /// - Parameter body: seals the bytes.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    package borrowing func withEncoded<Result: ~Copyable, Failure: Error>(
        _ body: (borrowing SecretText) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(self.fields)
    }

    /// Lends every value in turn, in the order of the record.
    ///
    /// - Parameter body: called with the field and its text; must neither keep nor log the text.
    package borrowing func forEach(_ body: (ReferrerField, String) -> Void) {
        self.fields.withUTF8 { bytes in
            do throws(SealedFieldsError) {
                try SealedFields.forEach(in: bytes) { (tag: UInt8, range: Range<Int>) throws(SealedFieldsError) in
                    guard let field = ReferrerField(rawValue: tag) else { return }
                    body(field, try SealedFields.text(bytes, range))
                }
            } catch {
                // Both initialisers leave only fields that can be read.
                preconditionFailure("referrer record does not parse: \(error)")
            }
        }
    }

    /// Lends the first value of one field.
    ///
    /// - Parameters:
    ///   - field: which value.
    ///   - body: reads the text.
    /// - Returns: what the closure returns, or nothing when the record does not have the field.
    package borrowing func withFirst<Result>(_ field: ReferrerField, _ body: (String) -> Result) -> Result? {
        var result: Result?
        self.forEach { found, text in
            if found == field, result == nil { result = body(text) }
        }
        return result
    }
}
