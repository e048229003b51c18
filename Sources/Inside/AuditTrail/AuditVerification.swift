// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a check of the whole trail found.
package struct AuditVerification: Hashable, Sendable {
    /// Entries that were read.
    package let entryCount: Int

    /// The last entry as it stands.
    package let head: AuditHead

    /// In the order of the trail; empty when all is well.
    package let findings: [AuditFinding]

    /// Whether nothing was found.
    package var isIntact: Bool { self.findings.isEmpty }
}
