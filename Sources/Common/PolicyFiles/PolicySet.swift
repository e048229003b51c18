// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import Vocabulary

/// A federation's policy, what a desk narrows of it, and the policy that results.
package struct PolicySet: Sendable {
    /// File of a directory that narrows.
    package static let localFile = "local.yaml"

    package let federation: Policy

    /// `nil` when the desk narrows nothing.
    package let local: LocalPolicy?

    /// What the desk applies.
    package let effective: Policy

    package init(federation: Policy, local: LocalPolicy?) {
        self.federation = federation
        self.local = local
        self.effective = local.map { federation.narrowed(by: $0) } ?? federation
    }

    /// Loads `default.yaml` and, if there is one, `local.yaml` of a directory.
    ///
    /// - Parameters:
    ///   - overrides: directory with the layout of `policy/`, or `nil` for the embedded policy alone.
    ///   - vocabularies: that codes are checked against.
    /// - Returns: the policies.
    /// - Throws: the first fault with file and line.
    package static func load(overrides: String?, vocabularies: Vocabularies) throws(PolicyFileError) -> PolicySet {
        let federation = try PolicyFile.load(overrides: overrides, vocabularies: vocabularies)
        return try load(narrowing: federation, overrides: overrides, vocabularies: vocabularies)
    }

    /// Puts a federation's policy together with `local.yaml` of a directory, if there is one.
    ///
    /// - Parameters:
    ///   - federation: read already.
    ///   - overrides: directory with the layout of `policy/`, or `nil`.
    ///   - vocabularies: that codes are checked against.
    /// - Returns: the policies.
    /// - Throws: the first fault with file and line.
    package static func load(
        narrowing federation: Policy,
        overrides: String?,
        vocabularies: Vocabularies
    ) throws(PolicyFileError) -> PolicySet {
        guard let overrides, let bytes = try PolicyDirectory(overrides: overrides).ownBytes(Self.localFile) else {
            return PolicySet(federation: federation, local: nil)
        }
        let local = try LocalPolicyFile.parse(
            bytes,
            file: overrides + "/" + Self.localFile,
            narrowing: federation,
            vocabularies: vocabularies
        )
        return PolicySet(federation: federation, local: local)
    }
}
