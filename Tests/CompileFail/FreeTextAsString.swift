// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors
// expect: cannot convert return expression of type 'FreeText' to return type 'String'

import Casework

func publish(_ ship: FreeText) -> String {
    ship
}
