// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Testing

@Suite("Tier bundles and months")
struct TierBundleTests {
    @Test(
        "sizes are powers of two from 1,024",
        arguments: [(0, 1_024), (1_024, 1_024), (1_025, 2_048), (5_000, 8_192)]
    )
    func sizes(_ content: Int, _ padded: Int) throws {
        let bundle = TierBundle(disclosures: content == 0 ? [] : [String(repeating: "a", count: content)])
        let bytes = bundle.encoded()
        #expect(bytes.count == padded)
        #expect(TierBundle(decoding: bytes) == bundle)
    }

    @Test("any other form is refused")
    func otherForms() {
        let bytes = TierBundle(disclosures: ["abc", "def"]).encoded()
        #expect(TierBundle(decoding: bytes)?.disclosures == ["abc", "def"])
        #expect(TierBundle(decoding: bytes + [UInt8](repeating: 0, count: 1_024)) == nil)
        #expect(TierBundle(decoding: Array(bytes.dropLast())) == nil)
        // In a sealed tier a greater power of two hides how little there is; nothing else does.
        let larger = TierBundle(disclosures: ["abc", "def"]).encoded(byteCountMin: 8_192)
        #expect(larger.count == 8_192 && TierBundle(decoding: larger) == nil)
        #expect(TierBundle(decoding: larger, allowsPadding: true)?.disclosures == ["abc", "def"])
        for count in [3_072, 8_191, 65_536] {
            let padded = larger.prefix(7) + [UInt8](repeating: 0, count: count - 7)
            #expect(TierBundle(decoding: Array(padded), allowsPadding: true) == nil, "\(count)")
        }
        #expect(TierBundle(decoding: []) == nil)
        for (position, octet) in [(3, UInt8(0)), (1_023, 1), (0, UInt8(ascii: "~")), (6, UInt8(ascii: "~")), (1, 0xC3)]
        {
            var changed = bytes
            changed[position] = octet
            if position == 6 { changed[7] = UInt8(ascii: "~") }
            #expect(TierBundle(decoding: changed) == nil, "byte \(position)")
        }
        #expect(TierBundle(decoding: [UInt8](repeating: 97, count: 65_536)) == nil)
    }

    @Test(
        "months agree with known days",
        arguments: [(0, "1970-01"), (59, "1970-03"), (11_016, "2000-02"), (20_778, "2026-11")]
    )
    func months(_ day: Int, _ text: String) throws {
        let month = CalendarMonth(containing: day)
        #expect(month.text == text)
        #expect(CalendarMonth(text: text) == month)
        #expect(month.firstDay <= day && day < month.next.firstDay)
    }

    @Test("first days and months turn round, for 400 years")
    func everyMonth() {
        var month = CalendarMonth(containing: 0)
        for _ in 0..<4_800 {
            #expect(CalendarMonth(containing: month.firstDay) == month)
            #expect(CalendarMonth(containing: month.next.firstDay - 1) == month)
            month = month.next
        }
        #expect(month.text == "2370-01")
    }

    @Test(
        "other texts are no months",
        arguments: ["", "2026-1", "2026-13", "2026-00", "1969-12", "2026/11", "+026-11", "2026-11 "]
    )
    func noMonths(_ text: String) {
        #expect(CalendarMonth(text: text) == nil)
    }
}
