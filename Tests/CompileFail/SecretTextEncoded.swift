// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: has non-Copyable type 'SecretText'

import Casework

struct Message: Encodable {
    let sender: SecretText
}
