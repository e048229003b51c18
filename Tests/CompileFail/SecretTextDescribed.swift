// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: no exact matches in call to initializer

import Casework

func show(_ secret: borrowing SecretText) -> String {
    String(describing: secret)
}
