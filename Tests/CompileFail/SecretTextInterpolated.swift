// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: no exact matches in call to instance method 'appendInterpolation'

import Casework

func show(_ secret: borrowing SecretText) -> String {
    "who reported: \(secret)"
}
