// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

#include <errno.h>
#include <linux/capability.h>
#include <sodium.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef MCL_ONFAULT
#define MCL_ONFAULT 4
#endif

// Functions that Swift cannot call, because they take any number of arguments.

// No core file, no memory read by other processes of the same user; 0 when both hold.
static inline int fairlead_forbid_dumps(void) {
    struct rlimit none = {0, 0};
    int core = setrlimit(RLIMIT_CORE, &none);
    int dumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return core == 0 && dumpable == 0 ? 0 : -1;
}

// Keeps all memory, now and later, out of the swap: 0 done, 1 the limit is finite, 2 refused by the system.
// With a finite limit a later allocation would fail once it is reached: then nothing is locked here, and what libsodium
// allocates for secrets is locked page by page as far as the limit allows.
static inline int fairlead_lock_memory(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0) return 2;
    if (limit.rlim_cur != limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        (void) setrlimit(RLIMIT_MEMLOCK, &limit);
        (void) getrlimit(RLIMIT_MEMLOCK, &limit);
    }
    struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2] = {{0, 0, 0}, {0, 0, 0}};
    int is_capable = syscall(SYS_capget, &head, data) == 0 && (data[0].effective & (1u << CAP_IPC_LOCK)) != 0;
    if (limit.rlim_cur != RLIM_INFINITY && !is_capable) return 1;
    return mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0 ? 0 : 2;
}
