// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import BulletinFormat
import Cryptography
import EgressGuard
import Foundation
import Keyring
import Ledger
import NodeRuntime
import StrictJSON
import Transport

/// The demo's last chapter: the search for everything that must not be found, beside the control that must be.
struct DemoProof {
    let demo: Demo
    let federation: Federation
    let processes: FederationProcesses

    /// Frames without which nothing was exchanged: their absence would make an empty search worthless.
    private static let expectedFrames = ["HELLO", "SUMMARY", "HEADER", "WANT", "BODY"]

    /// Stops everything, searches, and prints what was searched and found.
    ///
    /// - Returns: true when nothing was found, every control was, and all expected frames were there.
    func prove() async throws -> Bool {
        self.demo.chapter("The proof")
        let bait = try self.bait()
        await self.processes.stopAll()
        var found = 0
        var isProven = try self.showLinks()
        found += try self.searchCaptures(bait)
        found += try self.searchFiles(bait)
        found += try self.searchOpenedTiers(bait)
        isProven = try self.control(bait) && isProven
        let values = bait.reduce(0) { $0 + $1.values.count }
        self.demo.say("")
        self.demo.say(
            "  \(found) found of \(values) values of \(bait.count) referrers, plain and in \(CanaryEncodings.all.count) encodings."
        )
        try await self.processes.startAll()
        return isProven && found == 0
    }

    private func bait() throws -> [ReferrerValues] {
        try DemoFiles.dossiers().map { name, bytes in
            let region = try JSONParser.parse(bytes).objectValue?["case"]?.objectValue?["wco_region"]?.stringValue ?? ""
            let member = self.federation.members.first { $0.template.dossierRegions.contains(region) }
            return try ReferrerValues(member: member?.name ?? "", dossier: name, bytes: bytes)
        }
    }

    private func showLinks() throws -> Bool {
        var seen: Set<String> = []
        for link in try CaptureReader.links(in: self.federation.captures) {
            let frames = link.frames.keys.sorted().map { "\($0) \(link.frames[$0] ?? 0)" }.joined(separator: ", ")
            self.demo.say("  \(link.name): \(link.bytes) bytes; \(frames)")
            seen.formUnion(link.frames.keys)
        }
        let missing = Self.expectedFrames.filter { !seen.contains($0) }
        if !missing.isEmpty { self.demo.say("  MISSING frame types: \(missing.joined(separator: ", "))") }
        return missing.isEmpty
    }

    /// Every byte between the processes, for every value.
    private func searchCaptures(_ bait: [ReferrerValues]) throws -> Int {
        let files = try CaptureReader.files(in: self.federation.captures)
        return try self.search(files, for: bait, what: "bytes between the processes")
    }

    /// Every file of every member that was not told, the origin's own relay and all logs included.
    private func searchFiles(_ bait: [ReferrerValues]) throws -> Int {
        var found = 0
        for (member, values) in Dictionary(grouping: bait, by: \.member).sorted(by: { $0.key < $1.key }) {
            var files = Self.files(below: self.federation.logs)
            for other in self.federation.members {
                files += Self.files(below: other.name == member ? other.home.relay : other.home.folder)
            }
            found += try self.search(files, for: values, what: "files outside the desk of \(member)")
        }
        return found
    }

    /// Every sealed tier, opened with every recipient's keys.
    private func searchOpenedTiers(_ bait: [ReferrerValues]) throws -> Int {
        let search = CanarySearch(values: bait.flatMap(\.values))
        var (found, bytes, tiers) = (0, 0, 0)
        for member in self.federation.members {
            let keyring = try Keyring.open(
                at: member.home.keyring.path,
                passphrase: try self.federation.passphrase(of: member)
            )
            let keys = try keyring.openingKeys()
            let archive = try Archive(path: member.home.archive.path)
            let entries = try archive.readBlocking {
                try $0.entries(afterCounter: 0, limit: 10_000, kinds: [.publish, .correct])
            }
            for entry in entries {
                guard let body = entry.content.body else { continue }
                let opened = try BulletinReader.open(
                    core: body.core,
                    parts: body.parts,
                    issuerKey: entry.header.header.origin,
                    openingKeys: keys
                )
                tiers += opened.tiersOpened.count
                let plain = JSONWriter.write(.object(opened.claims))
                bytes += plain.count
                found += self.report(search.matches(in: plain), in: "an opened tier at \(member.name)")
            }
        }
        guard tiers > 0 else { throw DemoStory.Unexpected(what: "no tier could be opened") }
        self.demo.say(
            "  sealed tiers opened with every recipient's keys: \(tiers) tiers, \(bytes) bytes: \(found) found"
        )
        return found
    }

    private func search(_ files: [URL], for bait: [ReferrerValues], what: String) throws -> Int {
        let search = CanarySearch(values: bait.flatMap(\.values))
        var (found, bytes) = (0, 0)
        for file in files {
            let data = Array(try Data(contentsOf: file))
            bytes += data.count
            found += self.report(search.matches(in: data), in: file.lastPathComponent)
        }
        let values = bait.reduce(0) { $0 + $1.values.count }
        self.demo.say("  \(what): \(files.count) files, \(bytes) bytes, \(values) values: \(found) found")
        return found
    }

    /// Says where something was found, never what.
    private func report(_ matches: [CanaryMatch], in place: String) -> Int {
        for match in matches.prefix(5) {
            self.demo.say("  FOUND value \(match.valueIndex) as \(match.encoding) at byte \(match.offset) of \(place)")
        }
        return matches.count
    }

    /// The same search over a decoy frame and a decoy file in which one value is planted per encoding.
    private func control(_ bait: [ReferrerValues]) throws -> Bool {
        guard let value = bait.flatMap(\.values).first(where: { $0.count >= 12 }) else { return false }
        let search = CanarySearch(values: [value])
        let folder = self.federation.root.appending(path: "control")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var (foundInFrames, foundInFiles) = (0, 0)
        for (name, encode) in CanaryEncodings.all {
            let planted = SecureRandom.bytes(512) + [0x20] + encode(value) + [0x20] + SecureRandom.bytes(512)
            let length = withUnsafeBytes(of: UInt32(planted.count).bigEndian) { Array($0) }
            // An ignorable frame of a type that no version has.
            let frame = length + [0xFE, 0x01] + planted
            let file = folder.appending(path: name.replacingOccurrences(of: "/", with: "-"))
            try Data(planted).write(to: file)
            foundInFrames += search.matches(in: frame).isEmpty ? 0 : 1
            foundInFiles += search.matches(in: Array(try Data(contentsOf: file))).isEmpty ? 0 : 1
        }
        let planted = CanaryEncodings.all.count
        self.demo.say(
            "  control: planted in \(planted) encodings; found \(foundInFrames) in frames, \(foundInFiles) in files"
        )
        return foundInFrames == planted && foundInFiles == planted
    }

    private static func files(below folder: URL) -> [URL] {
        guard
            let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var files: [URL] = []
        for case let file as URL in walker {
            var isFolder: ObjCBool = false
            // Sockets are no files: they hold nothing.
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
                file.pathExtension != "sock"
            else { continue }
            files.append(file)
        }
        return files.sorted { $0.path < $1.path }
    }
}
