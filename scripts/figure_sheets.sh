#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Paints the figure in every posture on one sheet for each of the weeks 12, 30 and 38, from where the eye stands and from
# the other side, to be looked at.
#
#   scripts/figure_sheets.sh FOLDER
set -euo pipefail
folder=$(realpath "$1")
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

need build browser
build release supple
: "${program:?}"
pieces=$(mktemp -d)
trap 'rm -rf "$pieces"' EXIT

postures=$(<scripts/postures.txt)
for week in 12 30 38; do
  {
    echo "<style>body{margin:8px;background:#f6f1ea;font:13px sans-serif}div{display:inline-block;margin:2px 6px}p{margin:0}
      img{width:252px;height:189px}</style>"
    for posture in $postures; do
      moves=()
      [[ $posture == *:* ]] && moves=(--moves "${posture#*:}")
      name=${posture%%:*} file=${posture//[:=,]/-}
      echo "<div><p>${posture/:/, }, week $week</p>"
      for turned in 0 150; do
        # What she does not do in that week is told instead.
        if words=$("$program" posture "$name" "${moves[@]}" --week "$week" --turned "$turned" --png "$pieces/$file-$week-$turned.png" 2>&1); then
          echo "<img src='$file-$week-$turned.png'>"
        elif [ "$turned" -eq 0 ]; then
          echo "<span style='display:inline-block;width:504px;vertical-align:top'>${words#*: }</span>"
        fi
      done
      echo "</div>"
    done
  } >"$pieces/$week.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$pieces/profile" \
    --window-size=1640,1780 --screenshot="$folder/figure-week-$week.png" "file://$pieces/$week.html" 2>/dev/null
done
