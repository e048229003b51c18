// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Policy
import Redaction
import StrictJSON
import Vocabulary

/// What an officer added to a draft; sealed like all free text of a case.
struct AnalysisContent: Sendable {
    var lessons: String?
    /// Id of the own bulletin that this one corrects.
    var revises: BulletinIdentifier?
    var isUrgent = false

    /// The JSON that is sealed.
    var json: JSONValue {
        var object: JSONObject = ["urgent": .bool(self.isUrgent)]
        if let lessons { object.set("lessons", .string(lessons)) }
        if let revises { object.set("revises", .string(revises.text)) }
        return .object(object)
    }

    init(lessons: String?, revises: BulletinIdentifier?, isUrgent: Bool) {
        self.lessons = lessons
        self.revises = revises
        self.isUrgent = isUrgent
    }

    init(json: JSONValue) {
        let object = json.objectValue
        self.lessons = object?["lessons"]?.stringValue
        self.revises = object?["revises"]?.stringValue.flatMap(BulletinIdentifier.init(text:))
        self.isUrgent = object?["urgent"]?.boolValue ?? false
    }

    func facts(language: Language) -> DocumentFacts {
        DocumentFacts(
            language: language,
            lessons: self.lessons.map { OfficerText($0) },
            isUrgent: self.isUrgent
        )
    }
}
