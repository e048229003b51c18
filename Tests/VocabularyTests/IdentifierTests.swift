// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing
import Vocabulary

@Suite("identifiers with check digits")
struct IdentifierTests {
    @Test("container numbers follow ISO 6346", arguments: ["CSQU3054383", "RAIU6900114", "QXZU4172083", "QRXU9033162"])
    func containerNumbers(text: String) {
        #expect(ContainerNumber.isValid(text))
        for digit in "0123456789" where digit != text.last {
            #expect(!ContainerNumber.isValid(String(text.dropLast()) + String(digit)))
        }
    }

    @Test(
        "texts that are not container numbers are refused",
        arguments: [
            "", "CSQX3054383", "CSQU305438", "CSQU30543833", "csqu3054383", "CSQU 305438", "1SQU3054383", "CSQUA054383",
        ]
    )
    func notContainerNumbers(text: String) {
        #expect(!ContainerNumber.isValid(text))
    }

    @Test("ship numbers follow the IMO's rule", arguments: ["9074729", "9770763", "9354662", "9214898", "3102770"])
    func shipNumbers(text: String) {
        #expect(IMOShipNumber.isValid(text))
        for digit in "0123456789" where digit != text.last {
            #expect(!IMOShipNumber.isValid(String(text.dropLast()) + String(digit)))
        }
    }

    @Test(
        "texts that are not ship numbers are refused",
        arguments: ["", "907472", "90747290", "IMO9074729", "0000000", "1234568"]
    )
    func notShipNumbers(text: String) {
        #expect(!IMOShipNumber.isValid(text))
    }

    @Test("a UN/LOCODE has a shape")
    func locodes() {
        #expect(Locode.isValid("AUFRE"))
        #expect(Locode.isValid("USA23"))
        for text in ["", "AUFR", "AUFREE", "A1FRE", "AUFR1", "AUFR0", "aufre"] { #expect(!Locode.isValid(text)) }
        #expect(Locode.country(of: "AUFRE") == "AU")
        #expect(Locode.country(of: "AU") == nil)
    }
}
