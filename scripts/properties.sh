#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# scripts/properties.sh SECONDS [ROOM…]: tries the properties of these rooms (of all, where none is named) so long each, with a new
# seed and twice as many cases in every round. A seed that breaks one is told, with the case that rapidcheck makes small; and so is a
# round that had to be cut off, which says nothing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
seconds=$1
shift

log=$(mktemp)
trap 'rm -f "$log"' EXIT
cases=200
passed=0
failed=0
shopt -s nullglob
for program in build/test/tests/*/*_property_test; do
  room=$(basename "$(dirname "$program")")
  [[ $# -eq 0 || " $* " == *" $room "* ]] || continue
  ends=$((SECONDS + seconds))
  while [ "$SECONDS" -lt "$ends" ]; do
    seed=$RANDOM$RANDOM
    if RC_PARAMS="seed=$seed max_success=$cases" timeout -k 5 $((ends - SECONDS + 60)) "$program" >"$log" 2>&1; then
      passed=$((passed + 1))
    elif [ $? -eq 124 ]; then
      echo "cut off: $program, seed=$seed"
    else
      failed=$((failed + 1))
      echo "error: $program, RC_PARAMS=\"seed=$seed max_success=$cases\""
      grep -v '^$' "$log" | tail -n 40
    fi
  done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
