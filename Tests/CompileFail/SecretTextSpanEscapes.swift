// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: requires that 'Span<UInt8>' conform to 'Escapable'

import Casework

func keep(_ secret: borrowing SecretText) -> Span<UInt8> {
    secret.withUTF8 { bytes in bytes }
}
