// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Short forms of posts that crews and yards write.
enum RoleAbbreviations {
    static let table: [(post: String, forms: [String])] = [
        ("chief engineer", ["C/E", "ChEng"]), ("second engineer", ["2/E", "2nd Eng"]),
        ("third engineer", ["3/E", "3rd Eng"]), ("fourth engineer", ["4/E", "4th Eng"]),
        ("chief officer", ["C/O", "Ch/Off"]), ("chief mate", ["C/M", "C/O"]), ("second officer", ["2/O", "2nd Off"]),
        ("second mate", ["2/M", "2/O"]), ("third officer", ["3/O", "3rd Off"]), ("third mate", ["3/M", "3/O"]),
        ("electro-technical officer", ["E/T/O", "ETO"]), ("able seaman", ["A/B"]), ("able seafarer", ["A/B"]),
        ("ordinary seaman", ["O/S"]), ("chief cook", ["C/K"]), ("deck cadet", ["D/C"]), ("engine cadet", ["E/C"]),
        ("company security officer", ["C/S/O", "CSO"]), ("ship security officer", ["S/S/O", "SSO"]),
        ("port facility security officer", ["PFSO"]), ("chef mécanicien", ["C/M"]), ("second mécanicien", ["2/M"]),
        ("second capitaine", ["2/C"]), ("jefe de máquinas", ["J/M"]), ("primer oficial", ["1/O"]),
        ("segundo oficial", ["2/O"]), ("tercer oficial", ["3/O"]), ("primer maquinista", ["1/M"]),
        ("segundo maquinista", ["2/M"]),
    ]
}
