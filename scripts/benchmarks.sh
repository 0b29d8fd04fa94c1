#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the benchmarks and prints the table of docs/benchmarks.md, with the date and the machine.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

need build bench page size browser voice film
build bench benchmarks
build wasm core contacts
build release supple
build_page

# The median of eleven runs, which take turns with those they are set against: what slows the machine slows both.
medians() {
  "$1" --benchmark_format=csv --benchmark_repetitions=11 --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.1 --benchmark_report_aggregates_only=true 2>>"$logs/benchmarks.log"
}

. /etc/os-release
echo "$(date +%F), $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) cores, $PRETTY_NAME, GCC $(g++-12 -dumpfullversion) -O2:"
echo
echo "| what | takes | beside | is of it |"
echo "|---|---:|---|---:|"
for source in bench/bench_*.cpp bench/body/bench_body.cpp; do
  bench=build/bench/bench/$(basename "$source" .cpp)
  awk -f scripts/benchmarks.awk <("$bench" --benchmark_list_tests) <(medians "$bench")
done
node --no-warnings bench/wasm/contacts.mjs build/wasm/bench/wasm/contacts.wasm |
  sed "s/.*/| contact solve in WebAssembly, as the core has it | & µs | | |/"
build/bench/bench/bench_film
scripts/core_size.sh | awk '{ printf "| the core for the browser, brotli | %.1f kB | | |\n", $2 / 1000 }'
# With the voice already made: what is measured is the page.
"$program" serve --render-clips build/clips 2>>"$logs/benchmarks.log" >&2
node web/browser/first_frame.mjs | sed "s/ |\$/ | | |/"
