// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names of files, by their ending.
enum FileNameDetector: TextDetector {
    static let endings = WordSet(
        """
        pdf doc docx xls xlsx xlsm csv ppt pptx txt rtf odt ods msg eml jpg jpeg png gif heic tif tiff bmp svg webp
        mp3 mp4 m4a
        wav ogg opus avi mov mkv zip rar 7z tar gz json xml html htm log db sqlite bak dat exe dll ps1 lnk iso img pst
        vcf ics
        """
    )

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 2..<max(2, tokens.count)
        where tokens[index].traits.contains(.fileEnding) {
            guard tokens.isSign(index - 1, "."), tokens.touches(index - 2, index - 1), tokens.touches(index - 1, index),
                index + 1 >= tokens.count || !tokens.touches(index, index + 1) || tokens[index + 1].kind == .sign
            else { continue }
            var start = index - 2
            while start > 0, index - start < 40, tokens.touches(start - 1, start),
                !tokens.isSign(start - 1, "\"'\u{AB}\u{201C}(<[:;,")
            {
                start -= 1
            }
            guard start < index - 1 else { continue }
            found.append(
                DraftFinding(
                    tokens[start].range.lowerBound..<tokens[index].range.upperBound,
                    GuardRule.fileName,
                    .remove
                )
            )
        }
        return found
    }
}
