// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Bytes that do not begin with an unsigned LEB128 number in its shortest form.
package enum VarintError: Error, Hashable, Sendable {
    case truncated
    case notShortest
    /// More than 64 bits, or more than ten bytes.
    case tooLarge
}
