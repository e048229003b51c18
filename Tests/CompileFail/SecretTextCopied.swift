// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: 'secret' is borrowed and cannot be consumed

import Casework

func twice(_ secret: borrowing SecretText) -> SecretText {
    let copy = secret
    return copy
}
