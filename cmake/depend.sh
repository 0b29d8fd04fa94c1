#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# In the place of the compiler where clang-tidy has gone through a file, and has said what the compiler would: only what the file
# includes is noted, for the next build, and nothing is made of it.
set -e
"$@" -Xclang -Eonly
while [ "$1" != -o ]; do shift; done
: >"$2"
