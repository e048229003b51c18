// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: does not conform to 'Copyable'

import Casework

func box(_ secret: consuming SecretText) -> Any {
    secret
}
