// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

#ifndef FAIRLEAD_DEMO_FILES_H
#define FAIRLEAD_DEMO_FILES_H

#include <stddef.h>

/// How many files of `peers/demo` are embedded.
size_t fairlead_demo_file_count(void);

/// A file's path below `peers/demo`.
const char *fairlead_demo_file_path(size_t index);

/// A file's first byte.
const unsigned char *fairlead_demo_file_bytes(size_t index);

/// A file's length in bytes.
size_t fairlead_demo_file_size(size_t index);

#endif
