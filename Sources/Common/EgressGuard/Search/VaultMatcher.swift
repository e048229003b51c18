// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Searches a layer for the keys of the vault, in all canonical views.
struct VaultMatcher: Sendable {
    let keys: [CanonicalKey]
    private let automaton: VaultAutomaton
    /// What decides most matches, close together.
    private let shapes: [Shape]

    private struct Shape: Sendable {
        let length: Int32
        let bounds: CanonicalKey.Bounds
        let isTurnable: Bool
    }

    init(_ keys: [CanonicalKey]) {
        self.keys = keys
        self.automaton = VaultAutomaton(keys)
        self.shapes = keys.map {
            Shape(
                length: Int32(truncatingIfNeeded: $0.bytes.count),
                bounds: $0.bounds,
                isTurnable: $0.bytes.count >= 5 && $0.bounds != .fond
            )
        }
    }

    /// All accepted matches in one layer.
    func hits(in layer: TextLayer) -> [VaultHit] {
        guard !self.automaton.isEmpty else { return [] }
        var hits: [VaultHit] = []
        self.search(layer.tokens.view, of: layer, to: &hits)
        if layer.tokens.signs.widestLetter >= 0x180 { self.searchScripts(layer, to: &hits) }
        for run in LeetRuns.ranges(in: layer.tokens) {
            self.search(CanonicalView(layer.scalars[run], kind: .leetspeak), of: layer, to: &hits)
        }
        let candidates = CandidateRuns.ranges(in: layer.tokens, all: layer.depth > 0)
        let view = layer.tokens.view
        if self.mayHold(.reversed, in: view, candidates) {
            self.search(CandidateRuns.reversed(view, candidates), .reversed, of: layer, to: &hits)
        }
        if self.mayHold(.rot13, in: view, candidates) {
            self.search(CandidateRuns.rotated(view, candidates), .rot13, of: layer, to: &hits)
        }
        return hits
    }

    /// Whether a turned key may stand in one of the runs, found out without making the view that shows it.
    private func mayHold(_ turn: CanonicalKey.Turn, in view: CanonicalView, _ runs: [Range<Int>]) -> Bool {
        // Letters that fold to two would be read in the wrong order.
        if turn == .reversed, view.hasPairs { return !runs.isEmpty }
        return view.bytes.withUnsafeBufferPointer { bytes in
            view.gaps.withUnsafeBufferPointer { gaps in
                runs.contains { run in
                    self.automaton.containsMatch(in: bytes, run, turn) { found, place in
                        let shape = self.shapes[found]
                        guard shape.isTurnable else { return false }
                        let start = turn == .reversed ? place : place + 1 - Int(shape.length)
                        guard shape.bounds != .anywhere else { return true }
                        return gaps[start].contains(.separator) && gaps[start + Int(shape.length)].contains(.separator)
                    }
                }
            }
        }
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
                    let shape = self.shapes[found]
                    let start = end - Int(shape.length)
                    if shape.bounds == .fond {
                        guard turn == nil, gaps[start].contains(.separator),
                            Signs.isUpper(layer.scalars[Int(view.places[start])])
                        else { return }
                        return self.acceptFond(self.keys[found], start..<end, view, layer, &hits)
                    }
                    if shape.bounds == .word || turn != nil, shape.bounds != .anywhere {
                        guard gaps[end].contains(.separator), gaps[start].contains(.separator) else { return }
                    }
                    self.accept(self.keys[found], turn, start..<end, view, layer, &hits)
                }
            }
        }
    }

    /// The beginning of a fond form: the rest of the word decides.
    private func acceptFond(
        _ key: CanonicalKey,
        _ place: Range<Int>,
        _ view: CanonicalView,
        _ layer: TextLayer,
        _ hits: inout [VaultHit]
    ) {
        var end = place.upperBound
        while end < view.bytes.count, !view.gaps[end].contains(.separator), end - place.upperBound < 5 { end += 1 }
        let stem = view.bytes[place]
        guard view.gaps[end].contains(.separator), FondForms.isForm(stem, view.bytes[place.upperBound..<end]),
            stem.elementsEqual(key.bytes)
        else { return }
        var whole = key
        whole.bytes = Array(view.bytes[place.lowerBound..<end])
        self.accept(whole, nil, place.lowerBound..<end, view, layer, &hits)
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
                turn: layer.depth == 0 ? turn : nil
            )
        )
    }
}
