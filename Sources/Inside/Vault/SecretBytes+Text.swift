// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography

extension SecretBytes {
    /// A copy of a secret text in protected memory, on its way into a seal.
    convenience init(_ text: borrowing SecretText) {
        var bytes = text.withUTF8 { span in span.indices.map { span[$0] } }
        self.init(moving: &bytes)
    }

    /// A copy of the bytes as a text, on its way out of a seal.
    func secretText() -> SecretText {
        var text = SecretText("")
        self.withUnsafeBytes { bytes in text = SecretText(copying: bytes) }
        return text
    }
}
