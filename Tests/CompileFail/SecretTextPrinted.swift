// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: does not conform to expected type 'Copyable'

import Casework

func show(_ secret: borrowing SecretText) {
    print(secret)
}
