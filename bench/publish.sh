#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/publish.sh: how long 1,000 and 10,000 exercises take to publish, text pages only, and the one beside the other.
# The page must be built; run it from the root of the repository.
set -euo pipefail
shopt -s inherit_errexit
program=${program:-build/release/src/cli/supple}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

publish() {
  local count=$1 library=$folder/library-$1 n=0
  mkdir -p "$library/exercises"
  while [ "$n" -lt "$count" ]; do
    for text in library/exercises/*.md; do
      [ "$n" -lt "$count" ] || break
      [[ $text != *.??.md ]] || continue # a translation
      cp "$text" "$library/exercises/$(basename "$text" .md)-$n.md"
      n=$((n + 1))
    done
  done
  local began ended
  began=$(date +%s%N)
  "$program" publish "$library" -o "$folder/site-$count" --address https://example.org --voice none --no-pictures >&2
  ended=$(date +%s%N)
  echo $(((ended - began) / 1000000))
}

small=$(publish 1000)
large=$(publish 10000)
awk -v small="$small" -v large="$large" 'BEGIN {
  printf "| publishing 1,000 exercises | %.1f s |  |  |\n", small / 1000
  printf "| publishing 10,000 exercises | %.1f s | publishing 1,000 | %.1f × |\n", large / 1000, large / small
}'
