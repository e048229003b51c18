// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Intake
import PolicyFiles
import StrictJSON
import Testing
import Vocabulary

/// The demonstration dossiers, and the same with one thing changed.
enum DossierFiles {
    static let names: [String] = {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".json") }.sorted()
        } catch {
            preconditionFailure("no dossiers: \(error)")
        }
    }()

    static func reader() -> DossierReader {
        DossierReader(vocabularies: self.vocabularies)
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: self.folder.appending(path: name)))
    }

    static func object(_ name: String) throws -> JSONObject {
        try #require(try JSONParser.parse(try self.bytes(name)).objectValue)
    }

    static func changing(_ name: String, at pointer: String, to value: JSONValue) throws -> [UInt8] {
        let place = try #require(JSONPointer(text: pointer))
        return self.changing(.object(try self.object(name)), at: place, to: value)
    }

    static func changing(_ root: JSONValue, at pointer: JSONPointer, to value: JSONValue) -> [UInt8] {
        JSONWriter.write(self.replaced(root, pointer.tokens[...], value))
    }

    /// Pointers to all objects that the reader reads.
    static func objects(in root: JSONValue) -> [JSONPointer] {
        [JSONPointer()]
            + self.places(in: root).filter { !self.isUnread($0) && root.value(at: $0)?.objectValue != nil }
    }

    /// Pointers to all values below the root that are not null.
    static func places(in value: JSONValue, at pointer: JSONPointer = JSONPointer()) -> [JSONPointer] {
        var found: [JSONPointer] = pointer.tokens.isEmpty || value.isNull ? [] : [pointer]
        if let object = value.objectValue {
            for member in object { found += self.places(in: member.value, at: pointer.appending(member.name)) }
        }
        if let elements = value.arrayValue {
            for (index, element) in elements.enumerated() {
                found += self.places(in: element, at: pointer.appending(index))
            }
        }
        return found
    }

    static func isUnread(_ pointer: JSONPointer) -> Bool {
        pointer.tokens.first.map { Self.optionalMembers.contains($0) } ?? false
    }

    static let optionalMembers = [
        "synthetic", "pattern_basis", "note", "offset_unit", "expected_leaks", "expected_field_leaks", "other_personal",
        "must_survive", "call_sign", "mmsi",
    ]

    private static func replaced(_ root: JSONValue, _ tokens: ArraySlice<String>, _ value: JSONValue) -> JSONValue {
        guard let token = tokens.first else { return value }
        if var object = root.objectValue, let member = object[token] {
            object[token] = self.replaced(member, tokens.dropFirst(), value)
            return .object(object)
        }
        if var elements = root.arrayValue, let index = Int(token) {
            elements[index] = self.replaced(elements[index], tokens.dropFirst(), value)
            return .array(elements)
        }
        preconditionFailure("no value at \(token)")
    }

    private static let vocabularies: Vocabularies = {
        do {
            return try VocabularyFiles.load()
        } catch {
            preconditionFailure("vocabularies: \(error)")
        }
    }()

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "peers/demo/dossiers")
}
