// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
import Casework
import EgressGuard
import Intake
import Policy
import PolicyFiles
import Redaction
package import StrictJSON
import Vault
import Vocabulary

/// What the gate would do to a dossier, without a node: `fairlead redact scan`.
///
/// The narrative never leaves; here it is treated as if an officer had pasted it into an analysis, which is the hardest
/// test of the guard. The marks of a dossier (`expected_leaks` and the like) are not read.
package enum RedactScan {
    /// Scans one dossier.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name, given back in the answer.
    ///   - level: `customs`, `partners` or `public`.
    /// - Returns: `{"file","level","spans","fields","outgoing"}`; offsets in Unicode code points of the narrative.
    /// - Throws: `Problem` with the place and rule of the first fault.
    package static func scan(_ bytes: [UInt8], file: String, level: String) throws(Problem) -> JSONValue {
        guard let guardLevel = GuardLevel(rawValue: level), let readerLevel = ConfidentialityLevel(rawValue: level)
        else {
            throw Problem(.badRequest, "There is no level of that name.", next: "Use customs, partners or public.")
        }
        let vocabularies: Vocabularies
        let redactor: Redactor
        do {
            vocabularies = try VocabularyFiles.load()
            redactor = Redactor(
                policy: try PolicyFile.load(overrides: nil, vocabularies: vocabularies),
                vocabularies: vocabularies,
                populations: try PopulationsFile.load(overrides: nil, vocabularies: vocabularies)
            )
        } catch {
            throw Problem(.configuration, "The program's own policy cannot be read: \(error).", next: "Reinstall it.")
        }
        do {
            let dossier = try DossierReader(vocabularies: vocabularies).read(bytes)
            return Self.scan(dossier, file: file, level: guardLevel, readerLevel, redactor)
        } catch {
            throw Problem(dossier: error)
        }
    }

    private static func scan(
        _ dossier: borrowing Dossier,
        file: String,
        level: GuardLevel,
        _ readerLevel: ConfidentialityLevel,
        _ redactor: Redactor
    ) -> JSONValue {
        let keywords = ReferrerKeywords.keywords(of: dossier.referrer) + CaseKeywords.keywords(of: dossier.incident)
        let redacted = dossier.narrative.withUTF8 { bytes in
            EgressGuard(keys: keywords).redacted(String(copying: UTF8Span(unchecked: bytes)), level: level)
        }
        let circumstances = Circumstances(
            referrer: ReferrerClass(
                of: dossier.referrer,
                operatorName: dossier.incident.identifying.vessel?.operatorName
            ),
            posts: ReferrerPosts.codes(of: dossier.referrer, roles: redactor.vocabularies.insiderRoles),
            incident: dossier.incident.coded
        )
        let decisions = redactor.decisions(dossier.incident, for: readerLevel, circumstances: circumstances)
        return .object([
            "file": .string(file),
            "level": .string(level.rawValue),
            "spans": .array(redacted.findings.map(\.json)),
            "fields": .array(decisions.map(\.json)),
            "outgoing": .string(redacted.text),
        ])
    }
}

extension Problem {
    /// A dossier's first fault as the API and the commands tell it.
    init(dossier rejection: DossierRejection) {
        self.init(
            .badData,
            "The file is not a valid dossier/1.",
            next: "Correct the field and import it again; docs/reference/dossier-1.schema.json has the whole schema.",
            places: [Problem.Place(pointer: rejection.pointer.text, rule: "\(rejection.rule)")]
        )
    }
}
