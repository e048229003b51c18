// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Glibc
import Testing

@Suite("the memory of a process") struct ProcessMemoryTests {
    /// In a process of its own, because what is forbidden stays forbidden.
    @Test("is protected without failing, and says what is left to do")
    func protect() async {
        await #expect(processExitsWith: .exitCode(0)) {
            let memory = ProcessMemory.protect()
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(4), &limit)  // RLIMIT_CORE
            let isConsistent = (memory.lock == .locked) == memory.advice.isEmpty
            exit(memory.areDumpsForbidden && limit.rlim_cur == 0 && isConsistent ? 0 : 1)
        }
    }
}
