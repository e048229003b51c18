// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import FuzzTargets

// fairlead-fuzz TARGET ...            with libFuzzer linked in: its own arguments follow
// fairlead-fuzz TARGET SECONDS FOLDER...   without: replays the folders, then mutates their files for so long
// fairlead-fuzz every-byte COUNT ONE_IN    changes bytes of COUNT bulletins; exit 1 when one is accepted
// fairlead-fuzz seeds FOLDER               writes the first inputs of the targets that need made ones

#if LIBFUZZER
    @_silgen_name("LLVMFuzzerRunDriver")
    func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt
#endif

func fail(_ text: String) -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    exit(64)
}

func files(in folders: [String]) throws -> [[UInt8]] {
    var inputs: [[UInt8]] = []
    for folder in folders {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        for name in names {
            let path = URL(filePath: folder).appending(path: name)
            if let content = FileManager.default.contents(atPath: path.path) { inputs.append([UInt8](content)) }
        }
    }
    return inputs
}

/// Each input may take ten seconds; SIGALRM ends the program, and the input stands in `last-input`.
func run(_ target: FuzzTarget, _ input: [UInt8], last: CInt) {
    guard pwrite(last, input, input.count, 0) == input.count, ftruncate(last, off_t(input.count)) == 0 else {
        fail("the last input cannot be written")
    }
    alarm(10)
    target.run(input)
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "every-byte":
    guard arguments.count == 3, let count = Int(arguments[1]), let oneIn = Int(arguments[2]) else {
        fail("every-byte COUNT ONE_IN")
    }
    let tally = try EveryByte.run(0..<count, oneIn: oneIn)
    print("\(count) bulletins, \(tally.tried) changes, \(tally.accepted.count) accepted")
    for place in tally.accepted.prefix(20) { print("accepted: \(place)") }
    exit(tally.accepted.isEmpty ? 0 : 1)
case "seeds":
    guard arguments.count == 2 else { fail("seeds FOLDER") }
    for seed in try FuzzSeeds.all() {
        let folder = URL(filePath: arguments[1]).appending(path: seed.target.rawValue)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(seed.bytes).write(to: folder.appending(path: seed.name))
    }
default:
    guard let target = arguments.first.flatMap(FuzzTarget.init(rawValue:)) else {
        fail("target: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    #if LIBFUZZER
        nonisolated(unsafe) let chosen = target
        var count = CommandLine.argc - 1
        var rest = CommandLine.unsafeArgv + 1
        exit(
            runDriver(&count, &rest) { bytes, length in
                chosen.run(Array(UnsafeBufferPointer(start: bytes, count: length)))
                return 0
            }
        )
    #else
        guard arguments.count > 2, let seconds = Double(arguments[1]) else { fail("TARGET SECONDS FOLDER...") }
        let folder = FileManager.default.temporaryDirectory
        let last = open(folder.appending(path: "fuzz-last-input-\(target.rawValue)").path, O_RDWR | O_CREAT, 0o600)
        let corpus = try files(in: Array(arguments.dropFirst(2)))
        for input in corpus { run(target, input, last: last) }
        var mutator = Mutator(
            corpus: corpus,
            seed: UInt64(ProcessInfo.processInfo.environment["FUZZ_SEED"] ?? "1") ?? 1
        )
        let end = Date().addingTimeInterval(seconds)
        var runs = corpus.count
        while Date() < end {
            run(target, mutator.next(), last: last)
            runs += 1
        }
        alarm(0)
        print("\(target.rawValue): \(runs) runs over \(corpus.count) kept inputs")
    #endif
}
