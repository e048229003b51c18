// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why the transport cannot start, in words that say what to do.
package enum TransportSetupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process listens there.
    case portInUse(PeerAddress)
    /// The address is not one of this machine's.
    case addressNotAvailable(PeerAddress)
    /// The port is below 1024 and the process has no right to it.
    case notPermitted(PeerAddress)
    /// The text is not `host:port`.
    case badAddress(String)
    /// The name cannot be resolved.
    case unknownHost(PeerAddress)
    /// The system refused to listen for another reason.
    case cannotListen(PeerAddress, errno: Int32)
    /// A Unix socket's path is longer than the system takes.
    case socketPathTooLong
    /// Key and certificate do not fit each other or cannot be read.
    case unusableIdentity
    /// The TLS key is in no endpoint of the roster.
    case notInRoster

    package var description: String {
        switch self {
        case .portInUse(let address):
            "\(address) is in use by another process. Stop that one, or choose another port with --listen HOST:PORT."
        case .addressNotAvailable(let address):
            "\(address) is not an address of this machine. Choose one of its own with --listen, or 0.0.0.0 for all."
        case .notPermitted(let address):
            "this user may not listen on \(address). Choose a port above 1023, or grant CAP_NET_BIND_SERVICE."
        case .badAddress(let text):
            "\"\(text.prefix(80))\" is not an address. Write HOST:PORT, [IPV6]:PORT or unix:PATH."
        case .unknownHost(let address):
            "the name in \(address) cannot be resolved. Check its spelling and the machine's name service."
        case .cannotListen(let address, let code):
            "the system does not let this process listen on \(address) (errno \(code))."
        case .socketPathTooLong:
            "the path of a socket may have at most 107 bytes. Choose a shorter directory."
        case .unusableIdentity:
            "the TLS key and certificate cannot be read or do not belong together. Restore both files from one backup."
        case .notInRoster:
            "this endpoint's TLS key stands in no endpoint of the roster. Give its hash to the roster's signers."
        }
    }
}
