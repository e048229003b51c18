// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Foundation
import TestSupport
import Testing

/// Prints processor times for the reference page; asserts nothing about time.
@Suite("speed figures")
struct SpeedFigures {
    @Test("prints how long building, scanning and searching take")
    func speeds() {
        let dossier = Dossier.all[0]
        let values = CanarySearchTests.values
        let egress = EgressGuard(keys: dossier.keywords)
        let search = CanarySearch(values: values)
        let clean = CleanTexts.all.joined(separator: "\n\n")
        var random = SeededRandom(seed: 3)
        #if DEBUG
            let size = 1 << 14
        #else
            let size = 1 << 23
        #endif
        let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
        let prose = Array(String(repeating: clean, count: max(1, size / clean.utf8.count)).utf8)
        _ = egress.scan(text: dossier.narrative, level: .partners)
        Self.measure("building a guard", bytes: 0) { _ = EgressGuard(keys: dossier.keywords) }
        Self.measure("building a canary search", bytes: 0) { _ = CanarySearch(values: values) }
        Self.measure("scanning a narrative", bytes: dossier.narrative.utf8.count) {
            _ = egress.scan(text: dossier.narrative, level: .partners)
        }
        Self.measure("scanning clean text", bytes: clean.utf8.count) { _ = egress.scan(text: clean, level: .partners) }
        Self.measure("scanning clean bytes", bytes: clean.utf8.count) { _ = egress.scan(bytes: Array(clean.utf8)) }
        Self.measure("searching random bytes", bytes: bytes.count) { #expect(search.matches(in: bytes) == []) }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let base64 = bytes.map { alphabet[Int($0 & 63)] }
        let hexadecimal = bytes.map { Array("0123456789abcdef".utf8)[Int($0 & 15)] }
        Self.measure("searching base64url", bytes: base64.count) { #expect(search.matches(in: base64) == []) }
        Self.measure("searching hexadecimal", bytes: bytes.count) { #expect(search.matches(in: hexadecimal) == []) }
        Self.measure("searching prose", bytes: prose.count) { #expect(search.matches(in: prose) == []) }
    }

    private static func measure(_ name: String, bytes: Int, _ work: () -> Void) {
        let start = clock()
        work()
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        let rate = bytes == 0 ? "" : ", \(Int(Double(bytes) / max(seconds, 1e-9) / 1000)) kB/s"
        print("speed: \(name): \(Int(seconds * 1000)) ms for \(bytes) B\(rate)")
    }
}
