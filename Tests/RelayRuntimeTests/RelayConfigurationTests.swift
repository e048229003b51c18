// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Logging
import RelayRuntime
import StrictJSON
import Testing
import Transport

@Suite("relay.json")
struct RelayConfigurationTests {
    private static func parse(_ text: String) throws -> RelayConfiguration {
        try RelayConfiguration(parsing: Array(text.utf8))
    }

    @Test("all settings are read")
    func complete() throws {
        let hash = String(repeating: "ab", count: 32)
        let text = #"{"version":1,"listen":"[::1]:7443","log_level":"warning","roster_hash":"\#(hash)"}"#
        let configuration = try Self.parse(text)
        #expect(configuration.listen == .tcp(host: "::1", port: 7_443))
        #expect(configuration.logLevel == .warning)
        #expect(configuration.rosterHash == Array(repeating: 0xAB, count: 32))
    }

    @Test("what is not said has a default")
    func defaults() throws {
        let configuration = try Self.parse(#"{"version":1,"listen":"127.0.0.1:0"}"#)
        #expect(configuration.logLevel == .info)
        #expect(configuration.rosterHash == nil)
    }

    @Test(
        "a wrong member is named by its pointer",
        arguments: [
            (#"[]"#, ""),
            (#"{"listen":"a:1"}"#, "/version"),
            (#"{"version":2,"listen":"a:1"}"#, "/version"),
            (#"{"version":1}"#, "/listen"),
            (#"{"version":1,"listen":7443}"#, "/listen"),
            (#"{"version":1,"listen":"nowhere"}"#, "/listen"),
            (#"{"version":1,"listen":"a:1","lisen":"b:1"}"#, "/lisen"),
            (#"{"version":1,"listen":"a:1","a/b":1}"#, "/a~1b"),
            (#"{"version":1,"listen":"a:1","log_level":"loud"}"#, "/log_level"),
            (#"{"version":1,"listen":"a:1","log_level":3}"#, "/log_level"),
            (#"{"version":1,"listen":"a:1","roster_hash":"ab"}"#, "/roster_hash"),
            (#"{"version":1,"listen":"a:1","roster_hash":"zz"}"#, "/roster_hash"),
        ]
    )
    func wrongMember(text: String, pointer: String) throws {
        do {
            _ = try Self.parse(text)
            Issue.record("accepted")
        } catch RelayFailure.configurationMember(let found, _) {
            #expect(found == pointer)
        }
    }

    @Test("what is not JSON says where", arguments: ["", "{", "{\"version\":1,}", "{\"version\":1,\"version\":1}"])
    func notJSON(text: String) throws {
        do {
            _ = try Self.parse(text)
            Issue.record("accepted")
        } catch RelayFailure.configurationNotJSON(let error) {
            #expect(RelayFailure.configurationNotJSON(error).exit == .configuration)
        }
    }

    @Test("a file cut at any byte is refused")
    func truncation() {
        let bytes = Array(#"{"version":1,"listen":"127.0.0.1:0","log_level":"info"}"#.utf8)
        for length in bytes.indices {
            #expect(throws: RelayFailure.self) { _ = try RelayConfiguration(parsing: Array(bytes.prefix(length))) }
        }
    }
}
