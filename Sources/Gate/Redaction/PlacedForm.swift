// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy

/// A form of a field that leaves, and the widest level that reads it in this case.
struct PlacedForm: Hashable, Sendable {
    let form: FieldForm
    let level: ConfidentialityLevel
}
