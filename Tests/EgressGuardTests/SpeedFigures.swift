// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Testing

/// Prints speeds for the reference page; asserts nothing about time.
@Suite("speed figures")
struct SpeedFigures {
    @Test("prints how long building, scanning and searching take")
    func speeds() {
        let clock = ContinuousClock()
        let dossier = Dossier.all[0]
        let build = clock.measure { _ = EgressGuard(keys: dossier.keywords) }
        let egress = EgressGuard(keys: dossier.keywords)
        _ = egress.scan(text: dossier.narrative, level: .partners)
        let scan = clock.measure { _ = egress.scan(text: dossier.narrative, level: .partners) }
        let clean = CleanTexts.all.joined(separator: "\n\n")
        let cleanScan = clock.measure { _ = egress.scan(text: clean, level: .partners) }
        var random = SeededRandom(seed: 3)
        let bytes = (0..<(1 << 16)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let values = CanarySearchTests.values
        let searchBuild = clock.measure { _ = CanarySearch(values: values) }
        let search = CanarySearch(values: values)
        let searching = clock.measure { _ = search.matches(in: bytes) }
        print(
            "speed: build \(build), scan \(dossier.narrative.utf8.count) B \(scan), clean \(clean.utf8.count) B \(cleanScan)"
        )
        print("speed: canary build \(searchBuild), \(bytes.count) B \(searching)")
        #expect(search.matches(in: bytes) == [])
    }
}
