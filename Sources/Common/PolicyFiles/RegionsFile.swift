// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Reads `regions.yaml`: the WCO regions with their members, special members and liaison offices.
package enum RegionsFile {
    /// Parses the file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    /// - Returns: the regions; special members and offices are checked for form only.
    /// - Throws: the first fault with its line.
    package static func parse(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> RegionList {
        let document = try YAMLDocument.parse(bytes, file: file)
        var root = try document.mapping()
        let version = try VocabularyHead.version(&root, name: "regions")
        var regions: [Region] = []
        for entry in try root.required("regions").list() { regions.append(try region(entry)) }
        var subRegions: [SubRegion] = []
        if let list = root.optional("sub_regions") {
            for entry in try list.list() { subRegions.append(try subRegion(entry)) }
        }
        for entry in try root.required("special").list() {
            var members = try entry.mapping()
            _ = try members.required("code").text()
            _ = try VocabularyHead.labels(try members.required("label"))
            _ = try members.required("definition").text()
            _ = try members.required("source").texts()
            try members.finish()
        }
        for entry in try root.required("rilos").list() {
            var members = try entry.mapping()
            _ = try members.required("code").text()
            let region = try members.required("region")
            let code = try region.text()
            guard regions.contains(where: { $0.code == code }) else {
                throw region.failure(.unknownCode(code, list: "regions"))
            }
            _ = try VocabularyHead.labels(try members.required("label"))
            _ = try members.required("note").text()
            _ = try members.required("source").text()
            try members.finish()
        }
        try root.finish()
        do throws(VocabularyError) {
            return try RegionList(version: version, regions: regions, subRegions: subRegions)
        } catch {
            throw document.failure(.listContradiction)
        }
    }

    private static func subRegion(_ entry: YAMLValue) throws(PolicyFileError) -> SubRegion {
        var members = try entry.mapping()
        let code = try members.required("code").text()
        let region = try members.required("region").text()
        let labels = try VocabularyHead.labels(try members.required("label"))
        let countries = try members.required("members").texts()
        try members.finish()
        return SubRegion(code: code, region: region, labels: labels, members: countries)
    }

    private static func region(_ entry: YAMLValue) throws(PolicyFileError) -> Region {
        var members = try entry.mapping()
        let code = try members.required("code").text()
        let labels = try VocabularyHead.labels(try members.required("label"))
        let count = try members.required("member_count").integer(atLeast: 0)
        let list = try members.required("members")
        let countries = try list.texts()
        guard countries.count == count else { throw list.failure(.invalidValue(key: "member_count")) }
        try members.finish()
        return Region(code: code, labels: labels, members: countries)
    }
}
