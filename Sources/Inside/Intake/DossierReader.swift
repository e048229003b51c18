// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import StrictJSON
package import Vocabulary

/// Reads a dossier/1 file, strictly: what is not in the schema is an error that names the field.
///
/// A hostile or careless file costs no more than its size: the size is checked before anything is parsed, and every list
/// and text has a cap. Members that describe the test data of a file (`expected_leaks` and others) may be there and are
/// not read.
package struct DossierReader: Sendable {
    /// Largest file, in bytes.
    package static let byteLimit = 1 << 20

    /// Longest narrative, in Unicode code points.
    static let narrativeLimit = 100_000

    let vocabularies: Vocabularies

    /// - Parameter vocabularies: the lists against which codes are checked.
    package init(vocabularies: Vocabularies) {
        self.vocabularies = vocabularies
    }

    /// Reads one file.
    ///
    /// - Parameter bytes: the whole file.
    /// - Returns: the checked dossier.
    /// - Throws: ``DossierRejection``, the first rule that is broken in the order of the schema.
    package func read(_ bytes: [UInt8]) throws(DossierRejection) -> Dossier {
        let root = try Self.parse(bytes)
        let fields = try DossierFields(
            root,
            at: JSONPointer(),
            required: ["format", "id", "lang", "title", "case", "referrer"],
            optional: Self.unreadMembers
        )
        _ = try fields.text("format", .format)
        let id = try fields.text("id", .dossierID)
        let language = try fields.text("lang", .language)
        let title = try fields.text("title", .line)
        let body = try self.caseBody(fields.value("case"), at: fields.place("case"), title: title)
        let referrer = try self.referrer(fields.value("referrer"), at: fields.place("referrer"))
        return Dossier(
            id: id,
            language: TermCode(rawValue: language),
            incident: body.incident,
            narrative: SecretText(body.narrative),
            referrer: referrer
        )
    }

    private static func parse(_ bytes: [UInt8]) throws(DossierRejection) -> JSONValue {
        guard bytes.count <= Self.byteLimit else {
            throw DossierRejection(.fileTooLarge(limit: Self.byteLimit), at: JSONPointer())
        }
        do throws(JSONParsingError) {
            return try JSONParser.parse(bytes, limits: Self.limits)
        } catch {
            throw DossierRejection(.notJSON(error), at: JSONPointer())
        }
    }

    private static let limits = JSONLimits(byteLimit: Self.byteLimit, depthLimit: 8, memberLimit: 20_000)

    /// Notes on the file and expectations of tests: any value, never read.
    private static let unreadMembers = [
        "synthetic", "pattern_basis", "note", "offset_unit", "expected_leaks", "expected_field_leaks", "other_personal",
        "must_survive",
    ]
}
