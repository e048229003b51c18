// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import EgressGuard

/// The keywords that the guard looks for, taken from a case's own identifying details.
enum CaseKeywords {
    /// Numbers and names that point to a consignment, a ship or a company.
    static func keywords(of incident: Case) -> [GuardKeyword] {
        let details = incident.identifying
        var keywords: [GuardKeyword] = []
        func add(_ kind: GuardKeyKind, _ identifier: Identifier?) {
            identifier?.withText { keywords.append(GuardKeyword(kind: kind, value: $0)) }
        }
        func add(_ kind: GuardKeyKind, _ text: FreeText?) {
            text?.withText { keywords.append(GuardKeyword(kind: kind, value: $0)) }
        }
        add(.containerNumber, details.containerNumber)
        for seal in details.seals { add(.seal, seal) }
        add(.billOfLading, details.billOfLading)
        add(.vessel, details.vessel?.name)
        add(.imoNumber, details.vessel?.imo)
        add(.operatorName, details.vessel?.operatorName)
        add(.voyage, details.vessel?.voyage)
        add(.callSign, details.vessel?.callSign)
        add(.mmsi, details.vessel?.mmsi)
        return keywords
    }
}
