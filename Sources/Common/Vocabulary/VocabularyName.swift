// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The term lists of a node, named as their files are.
package enum VocabularyName: String, Hashable, Sendable, CaseIterable {
    case assessment
    case chainStages = "chain-stages"
    case commodities
    case concealment
    case confidentiality
    case conveyances
    case detection
    case documentTypes = "document-types"
    case drugForms = "drug-forms"
    case indicators
    case insiderRoles = "insider-roles"
    case modusOperandi = "modus-operandi"
    case outcomes
    case recommendations
    case securityGaps = "security-gaps"
    case stakeholders
    case transportModes = "transport-modes"
    case treatments
    case withholdingReasons = "withholding-reasons"
}
