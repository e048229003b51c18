// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Vocabulary

/// The parts that all vocabulary files share.
enum VocabularyHead {
    /// Takes `vocabulary` and `version`.
    static func version(_ root: inout YAMLMapping, name: String) throws(PolicyFileError) -> String {
        let found = try root.required("vocabulary")
        guard try found.text() == name else { throw found.failure(.invalidValue(key: "vocabulary")) }
        return try root.required("version").text()
    }

    /// Reads a mapping from language to label; English is required.
    static func labels(_ value: YAMLValue) throws(PolicyFileError) -> [Language: String] {
        var members = try value.mapping()
        var labels: [Language: String] = [:]
        for language in Language.allCases {
            guard let label = members.optional(language.rawValue) else { continue }
            let text = try label.text()
            guard !text.isEmpty else { throw label.failure(.invalidValue(key: language.rawValue)) }
            labels[language] = text
        }
        try members.finish()
        guard labels[.en] != nil else { throw value.failure(.missingKey("en")) }
        return labels
    }
}
