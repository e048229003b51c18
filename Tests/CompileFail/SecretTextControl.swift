// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: success

import Casework

// What is allowed: borrow, read, hand on.
func length(of secret: borrowing SecretText) -> Int {
    secret.withUTF8 { bytes in bytes.count }
}

func useControl() -> Int {
    let secret = SecretText("made up")
    return length(of: secret)
}
