// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing
import Transport

@Suite("peer addresses")
struct PeerAddressTests {
    @Test(
        "addresses are read and written alike",
        arguments: [
            ("127.0.0.1:7443", PeerAddress.tcp(host: "127.0.0.1", port: 7_443)),
            ("relay.customs.example:0", .tcp(host: "relay.customs.example", port: 0)),
            ("[::1]:65535", .tcp(host: "::1", port: 65_535)),
            ("unix:/run/fairlead/relay.sock", .unix(path: "/run/fairlead/relay.sock")),
        ]
    )
    func wellFormed(text: String, address: PeerAddress) throws {
        #expect(try PeerAddress(text) == address)
        #expect(address.description == text)
    }

    @Test(
        "what is no address is refused with the text",
        arguments: [
            "", ":", "7443", "host", "host:", ":7443", "host:65536", "host:-1", "host:x", "::1:7443", "a b:1", "unix:",
            "host\u{0}:1", "hést:1", "unix:" + String(repeating: "a", count: 108),
            String(repeating: "a", count: 254) + ":1",
        ]
    )
    func malformed(text: String) {
        #expect(throws: TransportSetupError.badAddress(text)) { _ = try PeerAddress(text) }
    }
}
