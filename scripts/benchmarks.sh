#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the benchmarks and writes the tables of docs/benchmarks.md, with the date and the machine.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

need build bench page size
build bench benchmarks
build wasm core

{
  sed '/^## Measured/,$d' docs/benchmarks.md
  echo "## Measured"
  echo
  echo "$(date +%F), $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) cores, GCC $(g++-12 -dumpfullversion)."
  echo
  echo "| what | takes |"
  echo "|---|---:|"
  for source in bench/bench_*.cpp; do
    # name,iterations,real_time,cpu_time,time_unit,…: the median of five
    "build/bench/bench/$(basename "$source" .cpp)" --benchmark_format=csv --benchmark_repetitions=5 \
      --benchmark_report_aggregates_only=true 2>"$logs/benchmarks.log" |
      awk -F, '$1 ~ /_median"$/ { gsub(/"|_median/, "", $1); gsub(/_/, " ", $1); sub("/", ", ", $1); printf "| %s | %.3g %s |\n", $1, $4, $5 }'
  done
  scripts/core_size.sh | awk '{ printf "| the core for the browser, brotli | %.1f kB |\n", $2 / 1000 }'
} >"$logs/benchmarks.md"
cp "$logs/benchmarks.md" docs/benchmarks.md
say "written: docs/benchmarks.md"
