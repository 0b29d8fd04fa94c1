#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench/lighthouse.sh: what Lighthouse says of published pages, on the phone that it imitates; the player is not started.
# Three runs of each page, the medians; fails where one is below 95. It is fetched by npx and is no part of the tests.
# The page must be built; run it from the root of the repository.
set -euo pipefail
shopt -s inherit_errexit
program=${program:-build/release/src/cli/supple}
export CHROME_PATH=${CHROME_PATH:-/usr/bin/chromium}
port=${port:-8431}
address=http://127.0.0.1:$port/
lighthouse=lighthouse@12.8.2 # the last one for Node 20
folder=$(mktemp -d)
"$program" publish library -o "$folder/site" --address "$address" --voice none --cards >&2
"$program" serve --root "$folder/site" --port "$port" --no-open --voice none --diary "$folder/diary.sqlite" >"$folder/served" 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$folder"' EXIT
until grep -q http "$folder/served"; do sleep 0.1; done

read_report='
const { categories } = JSON.parse(require("fs").readFileSync(0));
console.log(["performance", "accessibility", "best-practices", "seo"].map((name) => Math.round(categories[name].score * 100)).join(" "));'

# The medians of the columns of three lines.
medians='{ for (i = 1; i <= 4; ++i) score[i, NR] = $i + 0 }
END {
  for (i = 1; i <= 4; ++i) {
    a = score[i, 1]; b = score[i, 2]; c = score[i, 3]
    low = a < b ? a : b; high = a < b ? b : a
    median = c < low ? low : c > high ? high : c
    if (median < 95) bad = 1
    row = row " | " median
  }
  print "| " page row " |"
  exit bad || NR != 3
}'

missed=0
for page in "" exercises/release-your-low-back/ workouts/twenty-minutes-of-prenatal-mobility/; do
  for _ in 1 2 3; do
    npx --yes "$lighthouse" "$address$page" --quiet --output json --chrome-flags="--headless --no-sandbox --disable-gpu" \
      --only-categories=performance,accessibility,best-practices,seo | node -e "$read_report"
  done | awk -v page="${page:-home}" "$medians" || missed=1
done
exit "$missed"
