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
    /// Found in a decoded layer, or turned: the place is the disguise, not a word.
    let isDisguised: Bool
}
