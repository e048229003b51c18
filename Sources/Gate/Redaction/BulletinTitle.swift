// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Vocabulary

/// Makes a title of the names of a case's terms: method, then hiding place.
enum BulletinTitle {
    /// As many names as fit.
    ///
    /// - Parameters:
    ///   - incident: the case.
    ///   - language: of the names.
    ///   - limit: Unicode code points.
    ///   - vocabularies: names.
    /// - Returns: for example `Rip-on/rip-off; Seal cloning (Reefer unit)`.
    static func text(of incident: CodedCase, language: Language, limit: Int, vocabularies: Vocabularies) -> String {
        var text = ""
        for code in incident.modusOperandi {
            guard let label = vocabularies.modusOperandi.label(code.rawValue, language) else { continue }
            let longer = text.isEmpty ? label : text + "; " + label
            guard longer.unicodeScalars.count <= limit else { break }
            text = longer
        }
        if let code = incident.concealment.first,
            let label = vocabularies.concealment.label(code.rawValue, language)
        {
            let longer = "\(text) (\(label))"
            if longer.unicodeScalars.count <= limit { text = longer }
        }
        return text
    }
}
