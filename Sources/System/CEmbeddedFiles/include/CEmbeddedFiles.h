// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

#ifndef C_EMBEDDED_FILES_H
#define C_EMBEDDED_FILES_H

#include <stddef.h>

/// One file that was compiled into the program.
typedef struct {
    /// Path below `policy/`, ends with a zero byte.
    const char *path;
    const unsigned char *bytes;
    size_t size;
} fairlead_embedded_file;

/// Number of files, at least one.
size_t fairlead_embedded_file_count(void);

/// The file at an index below the count. The program owns the bytes for its whole life.
fairlead_embedded_file fairlead_embedded_file_at(size_t index);

#endif
