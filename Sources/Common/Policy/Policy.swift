// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What leaves a desk, to whom, how coarse and when: data that people can read and sign.
package struct Policy: Hashable, Sendable {
    package let id: String
    package let version: String

    /// The bytes whose SHA-256 stands in every document under `pol`: the federation's file, then the local one if any.
    ///
    /// Protocol 6.1.
    package let digestInput: [UInt8]

    /// Rules of each document type, in the order of the file.
    package let documents: [DocumentType: [FieldRule]]

    /// Thresholds of each level that travels.
    package let crowd: [ConfidentialityLevel: CrowdThreshold]

    /// What cuts the cells whose crowd is counted; place and period always do.
    package let crowdAxes: Set<CrowdAxis>
    package let delay: DelayLaw

    /// What a reader must not do, in the order of the file.
    package let advice: [AdviceText]

    /// Longest text that an officer may add to a document, in characters.
    package let textLimits: [SourceField: Int]

    /// Levels that have readers; a form of another level goes to the next narrower one that has.
    package let audiences: Set<ConfidentialityLevel>

    /// Why the readers of each level may read, in the order of the file.
    package let legalBasis: [LegalBasis]
    package let retention: Retention
    package let change: PolicyChange

    /// Where each statement stands; says nothing about what leaves.
    package let places: [PolicyElement: PolicyPlace]

    package init(
        id: String,
        version: String,
        digestInput: [UInt8],
        documents: [DocumentType: [FieldRule]],
        crowd: [ConfidentialityLevel: CrowdThreshold],
        delay: DelayLaw,
        advice: [AdviceText],
        textLimits: [SourceField: Int],
        audiences: Set<ConfidentialityLevel> = [.customs, .partners, .everyone],
        legalBasis: [LegalBasis] = [],
        retention: Retention = .standard,
        change: PolicyChange = .none,
        crowdAxes: Set<CrowdAxis> = [.place, .period],
        places: [PolicyElement: PolicyPlace] = [:]
    ) {
        self.id = id
        self.version = version
        self.digestInput = digestInput
        self.documents = documents
        self.crowd = crowd
        self.delay = delay
        self.advice = advice
        self.textLimits = textLimits
        self.audiences = audiences
        self.legalBasis = legalBasis
        self.retention = retention
        self.change = change
        self.crowdAxes = crowdAxes
        self.places = places
    }

    /// The rules of a document type; none for a type that the policy leaves out.
    package func rules(for type: DocumentType) -> [FieldRule] { documents[type] ?? [] }

    /// The rule of one field of a document type.
    package func rule(for field: SourceField, in type: DocumentType) -> FieldRule? {
        rules(for: type).first { $0.field == field }
    }
}
