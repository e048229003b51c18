// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Countries by two-letter code.
package struct CountryList: Hashable, Sendable {
    /// All countries, in the order of the file.
    package let countries: [Country]

    private let positions: [String: Int]

    /// Checks the countries.
    ///
    /// - Parameter countries: in the order of the file.
    /// - Throws: `duplicateCode` or `invalidCode`.
    package init(_ countries: [Country]) throws(VocabularyError) {
        var positions: [String: Int] = [:]
        for (position, country) in countries.enumerated() {
            guard country.code.utf8.count == 2 else { throw .invalidCode(country.code, list: "countries") }
            guard positions.updateValue(position, forKey: country.code) == nil else {
                throw .duplicateCode(country.code, list: "countries")
            }
        }
        self.countries = countries
        self.positions = positions
    }

    package subscript(code: String) -> Country? { positions[code].map { countries[$0] } }

    package func contains(_ code: String) -> Bool { positions[code] != nil }

    /// The WCO region of a country; `nil` when the country or its membership is not known.
    package func region(of code: String) -> String? { self[code]?.region }

    /// The name for people; English where the language is missing, `nil` for an unknown code.
    package func label(_ code: String, _ language: Language) -> String? {
        guard let country = self[code] else { return nil }
        return country.names[language] ?? country.names[.en]
    }
}
