// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: does not conform to protocol 'Encodable'

import Casework

final class Cache: Codable {
    var secret = SecretText("made up")
}
