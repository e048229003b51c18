// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A text that is not a receipt code; says what is wrong and not what was typed.
package enum ReceiptCodeError: Error, Hashable, Sendable {
    case wrongLength
    case unknownSymbol
    case wrongCheckSymbol
}
