// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: does not conform to protocol 'Copyable'

import Casework

func collect(_ secret: consuming SecretText) -> [SecretText] {
    [secret]
}
