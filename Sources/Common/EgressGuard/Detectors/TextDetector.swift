// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Recognises one kind of identifier by its form alone, without a key.
protocol TextDetector: Sendable {
    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding]
}
