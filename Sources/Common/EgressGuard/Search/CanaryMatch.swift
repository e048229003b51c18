// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One place in a file or frame where a searched value stands.
package struct CanaryMatch: Hashable, Sendable {
    /// Index of the value in the list that the search was built from.
    package let valueIndex: Int
    /// Name of the encoding, as in ``CanaryEncodings/all``.
    package let encoding: String
    /// Byte at which the encoded value begins.
    package let offset: Int

    package init(valueIndex: Int, encoding: String, offset: Int) {
        self.valueIndex = valueIndex
        self.encoding = encoding
        self.offset = offset
    }
}
