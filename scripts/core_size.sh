#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many bytes the core for the browser has on the wire (brotli); fails from 274 kB on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bytes=$(brotli --quality=11 --stdout build/wasm/src/wasm/core.wasm | wc -c)
echo "core.wasm: $bytes bytes as brotli"
[ "$bytes" -lt 274000 ] || { echo "error: the core for the browser is 274 kB or larger"; exit 1; }
