#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# scripts/fuzz.sh SECONDS: runs every fuzz target so long, from its seeds, the texts of the repository that are of its kind,
# and what earlier runs have found.
# An input that breaks one is kept in build/fuzz/found/.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

declare -A more=([exercise]=library/exercises [translation]=library/exercises [article]=tests/reader/articles [workout]=library/workouts)

passed=0
failed=0
mkdir -p build/fuzz/found
for source in fuzz/fuzz_*.cpp; do
  name=$(basename "$source" .cpp)
  kind=${name#fuzz_}
  seeds=("fuzz/seeds/$kind" ${more[$kind]:+"${more[$kind]}"})
  corpus=build/fuzz/corpus/$kind
  mkdir -p "$corpus"
  echo "$name, seeds: $(find "${seeds[@]}" -type f | wc -l)"
  if build/asan-ubsan/fuzz/"$name" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/found/ "$corpus" "${seeds[@]}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "error: $name found an input that breaks it, in build/fuzz/found/"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
