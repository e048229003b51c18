// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy

/// Orders the forms of place and of period from the finest to the coarsest.
enum Grain {
    static func place(_ form: Generalisation) -> Int {
        switch form {
        case .exact: 0
        case .country: 1
        default: 2
        }
    }

    static func period(_ form: Generalisation) -> Int {
        switch form {
        case .month: 0
        case .quarter: 1
        default: 2
        }
    }
}
