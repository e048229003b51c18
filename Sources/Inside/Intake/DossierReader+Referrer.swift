// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import StrictJSON
import Vocabulary

extension DossierReader {
    /// Reads the member `referrer` into a record that only the vault may open again.
    func referrer(_ value: JSONValue, at pointer: JSONPointer) throws(DossierRejection) -> ReferrerRecord {
        let fields = try DossierFields(value, at: pointer, required: Self.referrerMembers)
        let stakeholder = try fields.code("stakeholder", in: self.vocabularies.stakeholders)
        var values: [(field: ReferrerField, text: String)] = [(.stakeholder, stakeholder.rawValue)]
        for (name, field) in Self.lines {
            if let text = try fields.optionalText(name, .line) { values.append((field, text)) }
        }
        values += try fields.texts("aliases", .line).map { (.alias, $0) }
        values += try fields.texts("employer_aliases", .line).map { (.employerAlias, $0) }
        values += try fields.texts("languages", .languageTag).map { (.language, $0) }
        if let text = try fields.optionalText("received_at", .time) {
            guard CalendarDay(text: String(text.prefix(10))) != nil, Self.isTimeOfDay(text) else {
                throw DossierRejection(.impossibleDay, at: fields.place("received_at"))
            }
            values.append((.receivedAt, text))
        }
        if let text = try fields.optionalText("wishes", .paragraphs, limit: 2000) { values.append((.wishes, text)) }
        return ReferrerRecord(values)
    }

    /// Whether hours, minutes and seconds of an RFC 3339 time exist; 60 is a leap second.
    private static func isTimeOfDay(_ text: String) -> Bool {
        let digits = Array(text.utf8).map { Int($0) - 0x30 }
        let hour = digits[11] * 10 + digits[12]
        let minute = digits[14] * 10 + digits[15]
        let second = digits[17] * 10 + digits[18]
        return hour < 24 && minute < 60 && second <= 60
    }

    private static let lines: [(name: String, field: ReferrerField)] = [
        ("name", .name), ("role", .role), ("employer", .employer), ("email", .email), ("phone", .phone),
        ("staff_number", .staffNumber), ("vessel", .vessel), ("place", .place), ("channel", .channel),
        ("referral_reference", .reference),
    ]

    private static let referrerMembers = [
        "stakeholder", "name", "aliases", "role", "employer", "employer_aliases", "email", "phone", "staff_number",
        "vessel", "place", "languages", "channel", "referral_reference", "received_at", "wishes",
    ]
}
