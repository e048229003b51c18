// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON

/// The values of a dossier's referrer that must not be found anywhere else: bait for the search.
struct ReferrerValues {
    /// Member whose desk was told.
    let member: String
    let dossier: String
    let values: [String]

    /// Codes and languages are words that everybody uses; they point to nobody and are not searched.
    private static let commonFields: Set<String> = ["stakeholder", "languages"]

    init(member: String, dossier: String, bytes: [UInt8]) throws {
        self.member = member
        self.dossier = dossier
        let referrer = try JSONParser.parse(bytes).objectValue?["referrer"]?.objectValue ?? [:]
        self.values = referrer.members.filter { !Self.commonFields.contains($0.name) }.flatMap { member -> [String] in
            if let text = member.value.stringValue { return [text] }
            return (member.value.arrayValue ?? []).compactMap { $0.stringValue }
        }
    }
}
