// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Testing

/// The demo is the canary test: it plants invented referrers, searches every byte and file, and has its own control.
@Suite("canary", .serialized) struct CanaryTests {
    @Test("nothing of a referrer is found outside the desk that was told, and the control finds every encoding")
    func demoProvesItself() throws {
        let run = try CommandTests.run(["demo"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(run.output.contains("  0 found of "))
        let control = try #require(run.output.split(separator: "\n").first { $0.contains("control: planted in") })
        let numbers = control.matches(of: /\d+/).compactMap { Int($0.output) }
        try #require(numbers.count == 3)
        #expect(numbers[0] >= 30)
        #expect(numbers[1] == numbers[0])
        #expect(numbers[2] == numbers[0])
        #expect(!FileManager.default.fileExists(atPath: "/tmp/fl-\(run.status)"))
    }
}
