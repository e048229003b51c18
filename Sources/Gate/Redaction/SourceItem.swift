// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import StrictJSON

/// One source field of a case with the place where it stands in a dossier.
struct SourceItem: Hashable, Sendable {
    let field: SourceField

    /// From the root of the dossier; `nil` for facts that belong to the document only.
    let pointer: JSONPointer?
    let value: SourceValue
}
