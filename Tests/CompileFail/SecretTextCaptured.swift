// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: cannot be captured by an escaping closure

import Casework

func later(_ secret: borrowing SecretText) -> () -> Int {
    { secret.count }
}
