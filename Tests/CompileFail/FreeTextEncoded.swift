// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: does not conform to protocol 'Encodable'

import Casework

struct Message: Encodable {
    let ship: FreeText
}
