// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
package import Policy
package import PolicyFiles
package import Redaction
package import Vocabulary

/// A policy with everything that it is applied with, read from files without a desk.
package struct PolicyFolder: Sendable {
    /// Files that take the place of those of a folder.
    package struct Files: Sendable {
        /// Folder with the layout of `policy/`, such as `HOME/policy`; `nil` for what the program ships with.
        package var folder: String?
        package var policy: String?
        package var local: String?
        package var populations: String?

        package init(
            folder: String? = nil,
            policy: String? = nil,
            local: String? = nil,
            populations: String? = nil
        ) {
            self.folder = folder
            self.policy = policy
            self.local = local
            self.populations = populations
        }
    }

    package let vocabularies: Vocabularies
    package let policies: PolicySet
    package let populations: Populations

    /// What the gate would use.
    package var redactor: Redactor {
        Redactor(policy: policies.effective, vocabularies: vocabularies, populations: populations)
    }

    /// Reads the files.
    ///
    /// - Throws: `Problem` of kind `badData` with file and line of the first fault.
    package init(_ files: Files) throws(Problem) {
        do throws(PolicyFileError) {
            vocabularies = try VocabularyFiles.load(overrides: files.folder)
            policies = try Self.policies(files, vocabularies)
            if let file = files.populations {
                populations = try PopulationsFile.parse(
                    try PolicyDirectory.bytes(ofFile: file),
                    file: file,
                    vocabularies: vocabularies
                )
            } else {
                populations = try PopulationsFile.load(overrides: files.folder, vocabularies: vocabularies)
            }
        } catch {
            throw Problem(policyFile: error)
        }
    }

    private static func policies(_ files: Files, _ vocabularies: Vocabularies) throws(PolicyFileError) -> PolicySet {
        let ofFolder = try PolicySet.load(
            overrides: files.policy == nil ? files.folder : nil,
            vocabularies: vocabularies
        )
        var federation = ofFolder.federation
        if let file = files.policy {
            let bytes = try PolicyDirectory.bytes(ofFile: file)
            federation = try PolicyFile.parse(bytes, file: file, vocabularies: vocabularies)
        }
        guard let file = files.local else { return PolicySet(federation: federation, local: ofFolder.local) }
        let local = try LocalPolicyFile.parse(
            try PolicyDirectory.bytes(ofFile: file),
            file: file,
            narrowing: federation,
            vocabularies: vocabularies
        )
        return PolicySet(federation: federation, local: local)
    }
}

extension Problem {
    /// A policy file's first fault, with file and line.
    init(policyFile error: PolicyFileError) {
        let kind: ProblemKind = [.notFound, .unreadable].contains(error.rule) ? .badRequest : .badData
        self.init(kind, "\(error)", next: "See docs/reference/policy.md for every key.")
    }
}
