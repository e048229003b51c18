// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Searches a layer for the keys of the vault, in all canonical views.
struct VaultMatcher: Sendable {
    let keys: [CanonicalKey]
    private let automaton: KeyAutomaton
    /// Keys of letters only, with leetspeak's classes of signs.
    private let leetKeys: [Int]
    private let leetAutomaton: KeyAutomaton

    init(_ keys: [CanonicalKey]) {
        self.keys = keys
        self.automaton = KeyAutomaton(keys.map(\.bytes))
        let leetKeys = keys.indices.filter { index in
            keys[index].disguise == .none && keys[index].bytes.count >= 4
                && keys[index].bytes.allSatisfy { (0x61...0x7A).contains($0) }
        }
        self.leetKeys = leetKeys
        self.leetAutomaton = KeyAutomaton(
            leetKeys.map { index in
                keys[index].bytes.map { byte in
                    let letter = CanonicalView.leetLetter(UInt32(byte))
                    return letter == 0 ? byte : UInt8(letter)
                }
            }
        )
    }

    /// All accepted matches in one layer.
    func hits(in layer: TextLayer) -> [VaultHit] {
        guard !self.automaton.isEmpty else { return [] }
        var hits = self.hits(in: layer, CanonicalView(layer.scalars), self.automaton, leet: false)
        if layer.scalars.contains(where: {
            $0.value >= 0x370 && ScalarFolding.transliteration.mapping(of: $0.value) != nil
        }) {
            hits += self.hits(
                in: layer,
                CanonicalView(layer.scalars, kind: .transliterated),
                self.automaton,
                leet: false
            )
        }
        if Self.mayHoldLeetspeak(layer.scalars) {
            hits += self.hits(in: layer, CanonicalView(layer.scalars, kind: .leetspeak), self.leetAutomaton, leet: true)
        }
        return hits
    }

    private func hits(
        in layer: TextLayer,
        _ view: CanonicalView,
        _ automaton: KeyAutomaton,
        leet: Bool
    ) -> [VaultHit] {
        var hits: [VaultHit] = []
        view.bytes.withUnsafeBufferPointer { bytes in
            automaton.forEachMatch(in: bytes) { found, end in
                let key = self.keys[leet ? self.leetKeys[found] : found]
                let match = KeyMatch(key: key, start: end - key.bytes.count, end: end, view: view, layer: layer)
                guard match.isAccepted, !leet || match.isLeetspeak else { return }
                let places = Int(view.places[match.start])..<(Int(view.places[end - 1]) + 1)
                hits.append(
                    VaultHit(
                        range: layer.original(places),
                        kind: key.kind,
                        action: key.action,
                        isNamePart: key.isNamePart && layer.depth == 0,
                        isDisguised: layer.depth > 0 || key.disguise != .none
                    )
                )
            }
        }
        return hits
    }

    /// Whether a word mixes letters with the signs that stand for letters.
    private static func mayHoldLeetspeak(_ scalars: [Unicode.Scalar]) -> Bool {
        var hasLetter = false
        var hasSign = false
        for scalar in scalars {
            if Signs.isSpace(scalar) {
                hasLetter = false
                hasSign = false
                continue
            }
            if scalar.value < 0x80, !Signs.isLetter(scalar), CanonicalView.leetLetter(scalar.value) != 0 {
                hasSign = true
            } else if Signs.isLetter(scalar) {
                hasLetter = true
            }
            if hasLetter, hasSign { return true }
        }
        return false
    }
}
