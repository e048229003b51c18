// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Intake
import PolicyFiles
import StrictJSON
import Vocabulary

/// The reader of dossiers, which come from offices and companies.
enum DossierFuzz {
    static let vocabularies: Vocabularies = {
        do { return try VocabularyFiles.load() } catch { preconditionFailure("no vocabularies: \(error)") }
    }()

    static func run(_ bytes: [UInt8]) {
        do {
            let dossier = try DossierReader(vocabularies: vocabularies).read(bytes)
            precondition(!dossier.incident.coded.modusOperandi.isEmpty)
        } catch {}
        do {
            let value = try JSONParser.parse(bytes)
            let again = FuzzTarget.again { try JSONParser.parse(JSONWriter.write(value)) }
            precondition(again == value, "another value")
            FuzzTarget.plantedFault(value.objectValue.map { $0["format"] != "dossier/1" } == true)
        } catch {}
    }
}
