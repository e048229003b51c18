// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Testing

@Suite("class of a referrer")
struct ReferrerClassTests {
    private static func classify(
        _ values: [(field: ReferrerField, text: String)],
        shipOperator: String?
    ) -> ReferrerClass {
        let record = ReferrerRecord(values)
        return ReferrerClass(of: record, operatorName: shipOperator.map { FreeText($0) })
    }

    @Test(
        "one firm under two names is one firm",
        arguments: [
            ("Nordwest Container Line GmbH", "Nordwest Container Line", true),
            ("NORDWEST", "Nordwest Container Line", true),
            ("NCL", "Nordwest Container Line", true),
            ("Brightwater Bulk Ship Management", "Brightwater Bulk Ship Management", true),
            ("Brightwater Bulk S.A.", "Brightwater Bulk Ship Management", true),
            ("Waalkant Reefer Services B.V.", "Oriel Seaways", false),
            ("Oriel Trading Ltd", "Oriel Seaways", false),
            ("Ltd", "Oriel Seaways", false),
            ("", "Oriel Seaways", false),
        ]
    )
    func sameFirm(employer: String, shipOperator: String, expected: Bool) {
        let found = Self.classify([(.stakeholder, "forwarder"), (.employer, employer)], shipOperator: shipOperator)
        #expect(found.worksForOperator == expected)
    }

    @Test("a value for the ship, or the crew's class, means on board")
    func onBoard() {
        #expect(Self.classify([(.stakeholder, "ship-and-crew")], shipOperator: nil).isOnBoard)
        #expect(Self.classify([(.stakeholder, "haulier"), (.vessel, "MV X")], shipOperator: nil).isOnBoard)
        #expect(!Self.classify([(.stakeholder, "haulier")], shipOperator: nil).isOnBoard)
    }

    @Test("a channel by way of a carrier ties the operator to the referral")
    func carrierChannel() {
        let values: [(field: ReferrerField, text: String)] = [
            (.stakeholder, "container-terminal"), (.channel, "Carrier desk, then single point of entry"),
        ]
        #expect(Self.classify(values, shipOperator: "Corvane Line").cameThroughCarrier)
        #expect(!Self.classify([(.stakeholder, "haulier")], shipOperator: "Corvane Line").cameThroughCarrier)
    }

    @Test("a record without a class counts as a worker's")
    func unknownStakeholder() {
        #expect(Self.classify([], shipOperator: nil).stakeholder == "frontline-worker")
    }
}
