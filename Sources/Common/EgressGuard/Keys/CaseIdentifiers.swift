// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The identifiers of one case that stay at the origin: ship, box, seals, papers.
package struct CaseIdentifiers: Sendable {
    package var vesselName: String?
    package var imoNumber: String?
    package var mmsi: String?
    package var callSign: String?
    package var voyage: String?
    package var operatorName: String?
    package var containerNumber: String?
    package var seals: [String]
    package var billOfLading: String?
    package var releaseCodes: [String]

    package init(
        vesselName: String? = nil,
        imoNumber: String? = nil,
        mmsi: String? = nil,
        callSign: String? = nil,
        voyage: String? = nil,
        operatorName: String? = nil,
        containerNumber: String? = nil,
        seals: [String] = [],
        billOfLading: String? = nil,
        releaseCodes: [String] = []
    ) {
        self.vesselName = vesselName
        self.imoNumber = imoNumber
        self.mmsi = mmsi
        self.callSign = callSign
        self.voyage = voyage
        self.operatorName = operatorName
        self.containerNumber = containerNumber
        self.seals = seals
        self.billOfLading = billOfLading
        self.releaseCodes = releaseCodes
    }

    /// The values with their kinds, in a fixed order, absent and empty ones left out.
    package var keywords: [GuardKeyword] {
        var pairs: [(GuardKeyKind, String?)] = [
            (.vessel, self.vesselName), (.imoNumber, self.imoNumber), (.mmsi, self.mmsi), (.callSign, self.callSign),
            (.voyage, self.voyage), (.operatorName, self.operatorName), (.containerNumber, self.containerNumber),
            (.billOfLading, self.billOfLading),
        ]
        pairs += self.seals.map { (.seal, $0) }
        pairs += self.releaseCodes.map { (.releaseCode, $0) }
        return pairs.compactMap { kind, value in
            guard let value, !value.isEmpty else { return nil }
            return GuardKeyword(kind: kind, value: value)
        }
    }
}
