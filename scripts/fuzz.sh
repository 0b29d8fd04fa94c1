#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# scripts/fuzz.sh SECONDS [KIND…]: runs the fuzz targets of these kinds (of all, where none is named) so long, as many at a time as there
# are cores, each from its seeds, the texts of the repository that are of its kind, and what earlier runs have found.
# FUZZ_SEED=0 draws other changes each time; the same are drawn where it is not set, so that a commit which passes here passes
# elsewhere. An input that breaks one is kept in build/fuzz/found/.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
seconds=$1
shift

# fuzz KIND: what it says comes at once, when it is done.
fuzz() {
  local kind=$1 corpus=build/fuzz/corpus/$1 log=build/fuzz/$1.log seeds=("fuzz/seeds/$1") code
  case $kind in
    exercise | translation) seeds+=(library/exercises) ;;
    article) seeds+=(tests/reader/articles) ;;
    workout) seeds+=(library/workouts) ;;
  esac
  mkdir -p "$corpus"
  build/asan-ubsan/fuzz/"fuzz_$kind" -seed="${FUZZ_SEED:-1}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/found/ "$corpus" "${seeds[@]}" >"$log" 2>&1
  code=$?
  echo "fuzz_$kind, seeds: $(find "${seeds[@]}" -type f | wc -l)"
  cat "$log"
  [ "$code" -eq 0 ] || echo "error: fuzz_$kind found an input that breaks it, in build/fuzz/found/"
  return "$code"
}

mkdir -p build/fuzz/found
kinds=("$@")
if [ $# -eq 0 ]; then
  for source in fuzz/fuzz_*.cpp; do
    name=$(basename "$source" .cpp)
    kinds+=("${name#fuzz_}")
  done
fi

passed=0
failed=0
count() { if wait -n; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
for kind in "${kinds[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do count; done
  fuzz "$kind" &
done
while [ $((passed + failed)) -lt ${#kinds[@]} ]; do count; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
