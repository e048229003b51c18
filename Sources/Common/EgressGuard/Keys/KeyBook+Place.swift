// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension KeyBook {
    /// Post: the whole and its first part; one common word is only flagged.
    mutating func addRole(_ value: String) {
        let whole = FoldedText(value)
        let bare = FoldedText.words(of: value.split(separator: "(").first.map(String.init) ?? value)
        let first = FoldedText.words(
            of: value.split(whereSeparator: { $0 == "," || $0 == "(" }).first.map(String.init) ?? value
        )
        for words in [FoldedText.words(of: value), bare, first] {
            let folded = FoldedText(words.joined(separator: " "))
            guard folded.count >= 4 else { continue }
            let isOneWord = words.count == 1
            self.insert(
                CanonicalKey(
                    folded.bytes,
                    breaks: folded.breaks,
                    kind: .role,
                    bounds: .word,
                    action: isOneWord && CommonWords.all.contains(folded) ? .flag : .remove
                )
            )
        }
        self.addRoleCore(first)
        for (post, forms) in RoleAbbreviations.table where whole.bytes.starts(with: FoldedText(post).bytes) {
            for form in forms {
                let folded = FoldedText(form)
                let key = CanonicalKey(
                    folded.bytes,
                    breaks: folded.breaks,
                    kind: .role,
                    bounds: .word,
                    letterCase: .upper,
                    action: form.contains("/") ? .remove : .flag
                )
                self.insert(key)
            }
        }
    }

    /// The core of a long post: its last two words, or what stands before and after a particle; flagged.
    private mutating func addRoleCore(_ words: [String]) {
        guard words.count >= 3 else { return }
        let hasParticle = words.contains { NameWords.particles.contains(FoldedText($0)) }
        let core = hasParticle ? Array(words.prefix(3)) : Array(words.suffix(2))
        let folded = FoldedText(core.joined(separator: " "))
        guard folded.count >= 8 else { return }
        self.insert(
            CanonicalKey(folded.bytes, breaks: folded.breaks, kind: .role, bounds: .word, action: .flag)
        )
    }

    /// Seat: the proper names and numbered places in it, also with the number in words.
    mutating func addPlace(_ value: String) {
        for part in value.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }) {
            let words = FoldedText.words(of: String(part))
            var run: [String] = []
            for word in words + [""] {
                let starts = word.unicodeScalars.first.map {
                    $0.properties.isUppercase || $0.properties.numericType != nil
                }
                let isInner = !run.isEmpty && NameWords.particles.contains(FoldedText(word))
                if starts == true || isInner {
                    run.append(word)
                    continue
                }
                self.addPlaceRun(run)
                run = []
            }
            self.addNumberedPlace(words)
        }
    }

    private mutating func addPlaceRun(_ run: [String]) {
        var run = run
        while let last = run.last, NameWords.particles.contains(FoldedText(last)) { run.removeLast() }
        let folded = FoldedText(run.joined(separator: " "))
        guard folded.count >= 4 || folded.digits.count >= 1 && folded.count >= 2, folded.letterCount >= 1 else {
            return
        }
        let isSingleCommon = run.count == 1 && CommonWords.all.contains(folded)
        let isOrdinal = run.count == 1 && Ordinals.value(of: folded.bytes) != nil
        guard !isSingleCommon, !isOrdinal else { return }
        self.insert(
            CanonicalKey(folded.bytes, breaks: folded.breaks, kind: .place, bounds: .word, letterCase: .capitalised)
        )
    }

    /// "control room 2", "bloque 14", "4th floor": a word and a number name a seat.
    private mutating func addNumberedPlace(_ words: [String]) {
        for (index, word) in words.enumerated() {
            let number = FoldedText(word)
            guard let value = Ordinals.value(of: number.bytes), index > 0 || words.count > 1 else { continue }
            var forms: [[String]] = []
            if index > 0, number.letterCount == 0 {
                let from = max(0, index - 2)
                for start in from..<index {
                    forms += Ordinals.cardinals(value).map { Array(words[start..<index]) + [$0] }
                }
            } else if index + 1 < words.count {
                forms += Ordinals.ordinals(value).map { [$0, words[index + 1]] }
            }
            for form in forms {
                let folded = FoldedText(form.joined(separator: " "))
                guard folded.count >= 5, form.count >= 2 else { continue }
                self.insert(CanonicalKey(folded.bytes, breaks: folded.breaks, kind: .place, bounds: .word))
            }
        }
    }
}
