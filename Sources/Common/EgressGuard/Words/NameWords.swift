// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words around personal names.
enum NameWords {
    /// Belong to a name but do not identify.
    static let particles = WordSet(
        """
        van der den de het ter ten te von vom zu zum zur af av la le les du des da do dos das di del della dei degli d l
        bin binti bint ibn ben abu al el ul ur ould st saint san santa mac mc ap y e i t the of and et und
        """
    )
    /// Forms of address, taken in when they stand before a name.
    static let titles = WordSet(
        """
        mr mrs ms miss mx dr prof sir madam lady capt captain cpt master chief officer sgt sergeant insp inspector lt
        m mme mlle mm monsieur madame mademoiselle maitre me commandant capitaine
        sr sra srta don dona senor senora senorita capitan herr frau fraulein mevrouw meneer mijnheer dhr mevr sig
        signor
        signora tuan puan encik cik bapak ibu
        """
    )
    static let addressOnly = WordSet(
        """
        mr mrs ms miss mx dr prof mme mlle monsieur madame mademoiselle sr sra srta don dona senor senora senorita herr
        frau mevrouw meneer dhr mevr capt cpt
        """
    )
}
