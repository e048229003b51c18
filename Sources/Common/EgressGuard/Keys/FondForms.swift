// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Endings that make short and fond forms of given names in the three languages.
enum FondForms {
    private static let endings = WordSet("ita ito cita cito illa ica ico in ina ette ot ou y ie i")
    private static let longest = 4

    /// Whether what follows a stem up to the end of the word makes it a fond form: nothing, or one of the endings.
    ///
    /// - Parameters:
    ///   - stem: the first letters of a given name.
    ///   - ending: the rest of the word.
    /// - Returns: false for frequent words too.
    static func isForm(_ stem: ArraySlice<UInt8>, _ ending: ArraySlice<UInt8>) -> Bool {
        guard ending.count <= Self.longest else { return false }
        guard ending.isEmpty ? stem.count <= 5 : Self.endings.contains(WordHash.of(ending)) else { return false }
        return !CommonWords.all.contains(WordHash.of(stem + ending))
    }
}
