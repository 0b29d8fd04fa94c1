#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Draws docs/pictures/postures.png: every posture from the side, the front and above, at weeks 12 and 38.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

need build browser
build release supple
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

postures=$(<scripts/postures.txt)
{
  echo "<style>body{margin:8px;background:#f6f1ea;font:13px sans-serif;width:2130px}div{display:inline-block;margin:2px 8px}
    p{margin:0}img{width:168px;height:126px}</style>"
  for posture in $postures; do
    moves=()
    [[ $posture == *:* ]] && moves=(--moves "${posture#*:}")
    name=${posture%%:*} file=${posture//[:=,]/-}
    echo "<div><p>${posture/:/, }, weeks 12 and 38</p>"
    for week in 12 38; do
      for from in side front above; do
        # What she does not do in that week is told instead.
        if words=$("$program" posture "$name" "${moves[@]}" --week "$week" --from "$from" --svg "$folder/$file-$week-$from.svg" 2>&1); then
          echo "<img src='$file-$week-$from.svg'>"
        elif [[ $from == side ]]; then
          echo "<span style='display:inline-block;width:504px;vertical-align:top'>${words#*: }</span>"
        fi
      done
    done
    echo "</div>"
  done
} >"$folder/all.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$folder/profile" \
  --window-size=2150,1790 --screenshot="$root/docs/pictures/postures.png" "file://$folder/all.html" 2>/dev/null
