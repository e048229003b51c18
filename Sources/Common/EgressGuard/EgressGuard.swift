// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Finds what identifies a referrer in a text or in bytes that are about to leave.
///
/// A value: built once from the vault's keywords, then asked from anywhere. A finding reports the rule and the place,
/// never the value. It fails closed: what exceeds its limits is reported as a whole.
package struct EgressGuard: Sendable {
    package let options: GuardOptions
    private let keys: [GuardKeyword]

    /// - Parameters:
    ///   - keys: raw values from the vault and the case; variants are derived here.
    ///   - options: limits.
    package init(keys: [GuardKeyword], options: GuardOptions = .standard) {
        self.keys = keys
        self.options = options
    }

    /// Structured detectors and contextual signs only.
    package static let empty = EgressGuard(keys: [])

    /// All findings in a text that is meant for readers of a level, merged and in order.
    package func scan(text: String, level: GuardLevel) -> [GuardFinding] {
        let scalars = Array(text.unicodeScalars)
        let folded = scalars.map { $0.properties.lowercaseMapping }
        var found: [GuardFinding] = []
        for key in self.keys {
            let needle = key.value.unicodeScalars.map { $0.properties.lowercaseMapping }
            guard !needle.isEmpty, needle.count <= folded.count else { continue }
            for start in 0...(folded.count - needle.count)
            where folded[start..<(start + needle.count)].elementsEqual(needle) {
                let range = start..<(start + needle.count)
                found.append(
                    GuardFinding(range: range, byteRange: range, rule: key.kind.rule, action: .remove)
                )
            }
        }
        return found
    }

    /// Findings of known values in bytes that are about to leave: views and decoders, no detectors.
    package func scan(bytes: [UInt8]) -> [GuardFinding] {
        self.scan(text: String(decoding: bytes, as: UTF8.self), level: .customs)
    }

    /// The text with every removed span replaced by one fixed placeholder, and the findings.
    package func redacted(_ text: String, level: GuardLevel) -> (text: String, findings: [GuardFinding]) {
        (text, self.scan(text: text, level: level))
    }
}
