// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Testing

@Suite("decoders")
struct DecoderTests {
    private static let egress = EgressGuard(keys: [
        GuardKeyword(kind: .personName, value: "Kouassi Yao Bertrand"),
        GuardKeyword(kind: .phone, value: "+225 27 55 50 12 08"),
    ])

    @Test(
        "a name is found in each encoding",
        arguments: [
            "-.- --- ..- .- ... ... ..", "kilo oscar uniform alfa sierra sierra india", "S291YXNzaQ==",
            "4b 6f 75 61 73 73 69",
            "0x4b6f7561737369", "\\u004bouassi", "\\x4b\\x6f\\x75\\x61\\x73\\x73\\x69", "&#75;&#x6f;uassi", "%4Bouassi",
            "K=6Fuassi", "Kou=\nassi",
            "U+004B U+006F U+0075 U+0061 U+0073 U+0073 U+0069", "Xbhnffv", "issauoK", "K0u4551", "K.o.u.a.s.s.i",
            "k_o_u_a_s_s_i",
            "Kou-\nassi", "K\u{200B}ouassi", "\u{212A}ouassi", "Ｋｏｕａｓｓｉ", "Коuаssі", "<b>Kou</b>assi", "JTRCb3Vhc3Np",
        ]
    )
    func namesAreFound(text: String) {
        let whole = "On the sheet: \(text) and more."
        let start = 14
        let place = start..<(start + text.unicodeScalars.count)
        let removed = Self.egress.scan(text: whole, level: .customs).filter { $0.action == .remove }
        #expect(removed.contains { $0.range.overlaps(place) && $0.rule.hasPrefix("vault.") })
    }

    @Test(
        "a telephone number is found in digits and words",
        arguments: [
            "+225 27 55 50 12 08", "00225 2755501208", "(27) 55 50 12 08", "27.55.50.12.08", "27-55-50-12-08",
            "2755501208",
            "two seven five five five zero one two zero eight", "double five, five zero, one two, zero eight",
            "vingt-sept, cinquante-cinq, cinquante, douze, zéro huit",
            "veintisiete, cincuenta y cinco, cincuenta, doce, cero ocho",
            "٢٧ ٥٥ ٥٠ ١٢ ٠٨", "５５ ５０ １２ ０８", "80210555 72",
        ]
    )
    func phonesAreFound(text: String) {
        let findings = Self.egress.scan(text: "Call \(text), please.", level: .customs)
        #expect(findings.contains { $0.rule == "vault.phone" && $0.action == .remove })
    }
}
