// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import PolicyFiles

/// The readers of policy files, which people write by hand.
enum PolicyFuzz {
    private static let standard: Policy = {
        do { return try PolicyFile.load(overrides: nil, vocabularies: DossierFuzz.vocabularies) } catch {
            preconditionFailure("no policy: \(error)")
        }
    }()

    static func run(_ bytes: [UInt8]) {
        let vocabularies = DossierFuzz.vocabularies
        do {
            let policy = try PolicyFile.parse(bytes, file: "fuzz", vocabularies: vocabularies)
            precondition(policy.delay.batchSpread >= 1 && !policy.documents.isEmpty)
        } catch {
            FuzzTarget.plantedFault(error.line == 2)
        }
        do {
            let local = try LocalPolicyFile.parse(bytes, file: "fuzz", narrowing: standard, vocabularies: vocabularies)
            precondition(standard.narrowed(by: local).delay.minimumAgeDays >= standard.delay.minimumAgeDays)
        } catch {}
        do { _ = try PopulationsFile.parse(bytes, file: "fuzz", vocabularies: vocabularies) } catch {}
    }
}
