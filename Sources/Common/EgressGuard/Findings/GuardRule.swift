// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Identifiers of the rules that are not about a vault key; those are ``GuardKeyKind/rule``.
enum GuardRule {
    static let limit = "guard.limit"
    static let misspelling = "vault.misspelling"
    static let abbreviation = "vault.abbreviation"
    static let translation = "vault.translation"

    static let phone = "detector.phone"
    static let email = "detector.email"
    static let url = "detector.url"
    static let address = "detector.ip-address"
    static let imo = "detector.imo-number"
    static let container = "detector.container-number"
    static let mmsi = "detector.mmsi"
    static let code = "detector.code"
    static let labelledCode = "detector.labelled-code"
    static let handle = "detector.handle"
    static let fileName = "detector.file-name"
    static let metadata = "detector.metadata"
    static let coordinates = "detector.coordinates"
    static let date = "detector.date"
    static let time = "detector.time"
    static let name = "detector.person-name"
    static let street = "detector.street"
    static let spelledOut = "detector.spelled-out"
    static let numberWords = "detector.number-words"
    static let script = "detector.other-script"
    static let mixedScript = "detector.mixed-script"
    static let hiddenSigns = "detector.hidden-signs"
    static let encoded = "detector.encoded-text"

    static let quotation = "context.quotation"
    static let ownWords = "context.own-words"
    static let groupOfOne = "context.group-of-one"
    static let kinship = "context.kinship"
    static let biography = "context.biography"
    static let seat = "context.seat"
    static let description = "context.description"
    static let timeline = "context.timeline"
    static let proxy = "context.proxy"
}
