// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One accepted match of a key.
struct VaultHit: Sendable {
    /// Place in the original text.
    var range: Range<Int>
    let kind: GuardKeyKind
    var action: GuardAction
    /// A word of a name that stands openly in the original: neighbours are joined to it.
    let isNamePart: Bool
    /// How the original was turned to be found: short words beside it may belong to it.
    let turn: CanonicalKey.Turn?
}
