// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import StrictJSON
import Vocabulary

/// Reads the members of one object of a dossier; every refusal names the place.
///
/// Made with the names that the object may have: a member beyond them, or one missing of the required, is refused before
/// any value is read.
struct DossierFields {
    private let object: JSONObject
    private let pointer: JSONPointer

    /// Opens an object.
    ///
    /// - Parameters:
    ///   - value: what should be the object.
    ///   - pointer: where it stands.
    ///   - required: names that must be there.
    ///   - optional: names that may be there.
    /// - Throws: ``DossierRejection`` of the first member that is wrong.
    init(
        _ value: JSONValue,
        at pointer: JSONPointer,
        required: [String],
        optional: [String] = []
    ) throws(DossierRejection) {
        guard let object = value.objectValue else { throw DossierRejection(.wrongType(expected: .object), at: pointer) }
        for name in object.names where !required.contains(name) && !optional.contains(name) {
            let place = Self.isPlainWord(name) ? pointer.appending(name) : pointer
            throw DossierRejection(.unknownField, at: place)
        }
        for name in required where object[name] == nil {
            throw DossierRejection(.missingField, at: pointer.appending(name))
        }
        self.object = object
        self.pointer = pointer
    }

    func place(_ name: String) -> JSONPointer {
        self.pointer.appending(name)
    }

    /// The member as it stands; null counts as a value.
    func value(_ name: String) -> JSONValue {
        self.object[name] ?? .null
    }

    func isNull(_ name: String) -> Bool {
        self.value(name).isNull
    }

    func has(_ name: String) -> Bool {
        self.object[name] != nil
    }

    func text(_ name: String, _ form: TextForm, limit: Int = Self.lineLimit) throws(DossierRejection) -> String {
        try Self.text(self.value(name), form, limit: limit, at: self.place(name))
    }

    func optionalText(
        _ name: String,
        _ form: TextForm,
        limit: Int = Self.lineLimit
    ) throws(DossierRejection) -> String? {
        if self.isNull(name) { return nil }
        return try self.text(name, form, limit: limit)
    }

    func texts(_ name: String, _ form: TextForm, limit: Int = 32) throws(DossierRejection) -> [String] {
        try self.items(name, limit: limit, mayRepeat: true) { (item, pointer) throws(DossierRejection) in
            try Self.text(item, form, limit: Self.lineLimit, at: pointer)
        }
    }

    func code(_ name: String, in list: TermList, below parent: String? = nil) throws(DossierRejection) -> TermCode {
        try Self.code(self.value(name), in: list, below: parent, at: self.place(name))
    }

    func codes(
        _ name: String,
        in list: TermList,
        below parent: String? = nil,
        mayRepeat: Bool = false
    ) throws(DossierRejection) -> [TermCode] {
        try self.items(name, limit: 64, mayRepeat: mayRepeat) { (item, pointer) throws(DossierRejection) in
            try Self.code(item, in: list, below: parent, at: pointer)
        }
    }

    func day(_ name: String) throws(DossierRejection) -> CalendarDay {
        let text = try self.text(name, .day)
        guard let day = CalendarDay(text: text) else { throw DossierRejection(.impossibleDay, at: self.place(name)) }
        return day
    }

    func optionalDay(_ name: String) throws(DossierRejection) -> CalendarDay? {
        if self.isNull(name) { return nil }
        return try self.day(name)
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(DossierRejection) -> Double {
        guard let number = self.value(name).doubleValue else {
            throw DossierRejection(.wrongType(expected: .number), at: self.place(name))
        }
        guard number >= Double(range.lowerBound), number <= Double(range.upperBound) else {
            throw DossierRejection(
                .outOfRange(lowest: range.lowerBound, highest: range.upperBound),
                at: self.place(name)
            )
        }
        return number
    }

    func bool(_ name: String) throws(DossierRejection) -> Bool {
        guard let truth = self.value(name).boolValue else {
            throw DossierRejection(.wrongType(expected: .bool), at: self.place(name))
        }
        return truth
    }

    /// Reads a list; an item that stood earlier in it is refused unless the field may repeat (a cloned seal does).
    func items<Item: Equatable>(
        _ name: String,
        limit: Int,
        mayRepeat: Bool = false,
        _ read: (JSONValue, JSONPointer) throws(DossierRejection) -> Item
    ) throws(DossierRejection) -> [Item] {
        guard let elements = self.value(name).arrayValue else {
            throw DossierRejection(.wrongType(expected: .array), at: self.place(name))
        }
        guard elements.count <= limit else {
            throw DossierRejection(.tooManyItems(limit: limit), at: self.place(name))
        }
        var items: [Item] = []
        for (index, element) in elements.enumerated() {
            let pointer = self.place(name).appending(index)
            let item = try read(element, pointer)
            guard mayRepeat || !items.contains(item) else { throw DossierRejection(.repeated, at: pointer) }
            items.append(item)
        }
        return items
    }

    /// Longest text of one line, in Unicode code points.
    static let lineLimit = 300

    private static func text(
        _ value: JSONValue,
        _ form: TextForm,
        limit: Int,
        at pointer: JSONPointer
    ) throws(DossierRejection) -> String {
        guard let text = value.stringValue else { throw DossierRejection(.wrongType(expected: .string), at: pointer) }
        guard !text.isEmpty else { throw DossierRejection(.empty, at: pointer) }
        guard text.unicodeScalars.count <= limit else { throw DossierRejection(.tooLong(limit: limit), at: pointer) }
        guard form.holds(for: text) else { throw DossierRejection(.wrongForm(form), at: pointer) }
        return text
    }

    private static func code(
        _ value: JSONValue,
        in list: TermList,
        below parent: String?,
        at pointer: JSONPointer
    ) throws(DossierRejection) -> TermCode {
        guard let text = value.stringValue else { throw DossierRejection(.wrongType(expected: .string), at: pointer) }
        let isKnown = parent.map { text != $0 && list.isWithin(text, ancestor: $0) } ?? list.contains(text)
        guard isKnown else { throw DossierRejection(.unknownCode(list: list.name), at: pointer) }
        return TermCode(rawValue: text)
    }

    private static func isPlainWord(_ name: String) -> Bool {
        let letters = name.utf8
        return (1...40).contains(letters.count)
            && letters.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
