// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import TestSupport
import Testing

@Suite("canary search")
struct CanarySearchTests {
    static let values = [
        "Priya Ramanathan-Cole", "PRC", "Demurrage and long-stay clerk", "Harbourline Container Terminals Pty Ltd",
        "HCT",
        "priya.ramanathan-cole@harbourline-terminals.example", "+61 8 5550 0142", "HCT-20917", "SPE-FRE-2024-00318",
        "Siobhán O'Rourke-Bello", "Marcus", "4471", "Téranga", "MV Larkspur Bay", "3422883", "QXZU4172083", "Wout",
    ]

    @Test("every encoding of every long value is found where it was planted")
    func plantedValuesAreFound() {
        let search = CanarySearch(values: Self.values)
        var missed: [String] = []
        for (index, value) in Self.values.enumerated() {
            let signs = value.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            guard signs >= 8 else { continue }
            for (name, encode) in CanaryEncodings.all {
                var random = SeededRandom(seed: UInt64(index))
                var data = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) } + [0, 0]
                let start = data.count
                data += encode(value) + [0, 0]
                let end = data.count
                data += (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
                let isFound = search.matches(in: data).contains {
                    $0.valueIndex == index && (start..<end).contains($0.offset)
                }
                if !isFound, !Self.isMoot(value, name) { missed.append("\(name): value \(index)") }
            }
        }
        #expect(missed == [])
    }

    /// Encodings that leave nothing of a value of digits, or that are the plain value.
    private static func isMoot(_ value: String, _ name: String) -> Bool {
        let letters = value.unicodeScalars.count { $0.properties.isAlphabetic }
        return ["leetspeak", "rot13"].contains(name) && letters < 8
    }

    @Test("random bytes, base64 text and hexadecimal text give no match")
    func randomBytesGiveNothing() {
        let search = CanarySearch(values: Self.values)
        var random = SeededRandom(seed: 7)
        let bytes = (0..<(1 << 16)).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(search.matches(in: bytes) == [])
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let text = bytes.map { alphabet[Int($0 & 63)] }
        #expect(search.matches(in: text) == [])
        let hexadecimal = bytes.prefix(1 << 15).flatMap {
            [Array("0123456789abcdef".utf8)[Int($0 >> 4)], Array("0123456789abcdef".utf8)[Int($0 & 15)]]
        }
        #expect(search.matches(in: hexadecimal) == [])
    }

    @Test("short values count only as whole words in text")
    func shortValuesNeedText() {
        let search = CanarySearch(values: ["HCT", "4471", "Wout"])
        func found(_ text: String) -> [Int] { search.matches(in: Array(text.utf8)).map(\.valueIndex) }
        #expect(found("a mail from the HCT control room") == [0])
        #expect(found("the etchCTing of a HCTx and xHCT") == [])
        #expect(found("the badge 4471, shown at the gate") == [1])
        #expect(found("{\"bytes\":4471,\"frames\":12}") == [])
        #expect(found("{\"badge\":\"4471\",\"frames\":12}") == [1])
        #expect(found("a number stored as Wout, at night") == [2])
        #expect(found("without a doubt") == [])
    }

    @Test("an empty list and empty data give nothing")
    func emptyInput() {
        #expect(CanarySearch(values: []).matches(in: [1, 2, 3]) == [])
        #expect(CanarySearch(values: Self.values).matches(in: []) == [])
        #expect(CanarySearch(values: ["", "-", "ab"]).matches(in: Array("ab - ab".utf8)) == [])
    }

    @Test("a match across the border of two windows is found once")
    func windowsOverlap() {
        let search = CanarySearch(values: ["Priya Ramanathan-Cole"])
        for shift in [0, 5, 11, 20] {
            var data = [UInt8](repeating: 0x2E, count: (1 << 18) - shift)
            data += Array("P r i y a R a m a n a t h a n C o l e".utf8)
            data += [UInt8](repeating: 0x2E, count: 4000)
            #expect(search.matches(in: data).count == 1)
        }
    }
}
