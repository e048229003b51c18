// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What one desk narrows of its federation's policy; a missing part narrows nothing.
package struct LocalPolicy: Hashable, Sendable {
    package let id: String
    package let version: String

    /// Id of the federation's policy that it was written for.
    package let narrows: String

    /// The file as it is; part of what ``Policy/digestInput`` covers.
    package let digestInput: [UInt8]

    /// Levels that still have readers; `nil` leaves all.
    package let audiences: Set<ConfidentialityLevel>?
    package let rules: [DocumentType: [LocalRule]]

    /// Least numbers per level; 0 where the file gives none.
    package let crowd: [ConfidentialityLevel: CrowdThreshold]

    /// Axes that cut the cells besides the federation's.
    package let crowdAxes: Set<CrowdAxis>
    package let delay: DelayLaw?
    package let retention: Retention?
    package let textLimits: [SourceField: Int]

    /// Where each statement stands.
    package let places: [PolicyElement: PolicyPlace]

    package init(
        id: String,
        version: String,
        narrows: String,
        digestInput: [UInt8],
        audiences: Set<ConfidentialityLevel>? = nil,
        rules: [DocumentType: [LocalRule]] = [:],
        crowd: [ConfidentialityLevel: CrowdThreshold] = [:],
        crowdAxes: Set<CrowdAxis> = [],
        delay: DelayLaw? = nil,
        retention: Retention? = nil,
        textLimits: [SourceField: Int] = [:],
        places: [PolicyElement: PolicyPlace] = [:]
    ) {
        self.id = id
        self.version = version
        self.narrows = narrows
        self.digestInput = digestInput
        self.audiences = audiences
        self.rules = rules
        self.crowd = crowd
        self.crowdAxes = crowdAxes
        self.delay = delay
        self.retention = retention
        self.textLimits = textLimits
        self.places = places
    }
}
