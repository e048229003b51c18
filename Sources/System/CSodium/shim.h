// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

#include <sodium.h>
