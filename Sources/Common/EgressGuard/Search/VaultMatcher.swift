// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Searches a layer for the keys of the vault, in all canonical views.
struct VaultMatcher: Sendable {
    let keys: [CanonicalKey]
    private let automaton: VaultAutomaton

    init(_ keys: [CanonicalKey]) {
        self.keys = keys
        self.automaton = VaultAutomaton(keys)
    }

    /// All accepted matches in one layer.
    func hits(in layer: TextLayer) -> [VaultHit] {
        guard !self.automaton.isEmpty else { return [] }
        var hits: [VaultHit] = []
        self.search(layer.tokens.view, of: layer, to: &hits)
        if layer.tokens.signs.widest >= 0x250 { self.searchScripts(layer, to: &hits) }
        for run in LeetRuns.ranges(in: layer.tokens) {
            self.search(CanonicalView(layer.scalars[run], kind: .leetspeak), of: layer, to: &hits)
        }
        let candidates = CandidateRuns.ranges(in: layer.tokens, all: layer.depth > 0)
        if !candidates.isEmpty {
            self.search(CandidateRuns.reversed(layer.tokens.view, candidates), .reversed, of: layer, to: &hits)
            self.search(CandidateRuns.rotated(layer.tokens.view, candidates), .rot13, of: layer, to: &hits)
        }
        return hits
    }

    /// Letters by sound, and letters turned upside down.
    private func searchScripts(_ layer: TextLayer, to hits: inout [VaultHit]) {
        let scalars = layer.scalars
        if scalars.contains(where: {
            $0.value >= 0x370 && ScalarFolding.transliteration.mapping(of: $0.value) != nil
        }) {
            self.search(CanonicalView(scalars, kind: .transliterated), of: layer, to: &hits)
        }
        if scalars.count(where: { CanonicalView.upright($0.value) != 0 }) >= 2 {
            let view = CanonicalView(scalars, kind: .upright)
            self.search(view, of: layer, to: &hits)
            self.search(CandidateRuns.reversed(view, [0..<view.bytes.count]), .reversed, of: layer, to: &hits)
        }
    }

    private func search(
        _ view: CanonicalView,
        _ turn: CanonicalKey.Turn? = nil,
        of layer: TextLayer,
        to hits: inout [VaultHit]
    ) {
        view.bytes.withUnsafeBufferPointer { bytes in
            view.gaps.withUnsafeBufferPointer { gaps in
                self.automaton.forEachMatch(in: bytes) { found, end in
                    // Most short keys are found inside longer words.
                    if self.keys[found].bounds == .word || turn != nil,
                        !gaps[end].contains(.separator), self.keys[found].bounds != .anywhere
                    {
                        return
                    }
                    let start = end - self.keys[found].bytes.count
                    if self.keys[found].bounds == .word, !gaps[start].contains(.separator) { return }
                    self.accept(self.keys[found], turn, start..<end, view, layer, &hits)
                }
            }
        }
    }

    private func accept(
        _ key: CanonicalKey,
        _ turn: CanonicalKey.Turn?,
        _ place: Range<Int>,
        _ view: CanonicalView,
        _ layer: TextLayer,
        _ hits: inout [VaultHit]
    ) {
        var key = key
        if let turn {
            guard let turned = key.turned(turn) else { return }
            key = turned
        }
        let match = KeyMatch(key: key, start: place.lowerBound, end: place.upperBound, view: view, layer: layer)
        guard match.isExact ? match.isAccepted : turn == nil && match.isLeetspeak && match.isAccepted else { return }
        let ends = (Int(view.places[place.lowerBound]), Int(view.places[place.upperBound - 1]))
        hits.append(
            VaultHit(
                range: layer.original(min(ends.0, ends.1)..<(max(ends.0, ends.1) + 1)),
                kind: key.kind,
                action: key.action,
                isNamePart: key.isNamePart && layer.depth == 0 && turn == nil,
                isDisguised: layer.depth > 0 || turn != nil
            )
        )
    }
}
