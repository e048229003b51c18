// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: requires that 'SecretText' conform to 'Copyable'

import Casework

func show(_ secret: borrowing SecretText) {
    dump(secret)
}
