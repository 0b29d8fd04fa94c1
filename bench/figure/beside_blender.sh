#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same motion at the same size, painted by our rasteriser and by Blender's Workbench engine without a graphics card:
# what a frame takes of the processor. Needs Debian's blender, python3-numpy, xvfb and xauth.
set -euo pipefail
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
root=$here/../..
program=${program:-$root/build/release/src/cli/supple}
motion=$(mktemp --suffix=.gltf)
trap 'rm -f "$motion"' EXIT

"$program" motion "$root/library/exercises/release-your-low-back.md" --week 30 --fps 5 -o "$motion"
for size in "1920 1080" "720 720"; do
  read -r width height <<<"$size"
  LIBGL_ALWAYS_SOFTWARE=1 xvfb-run --auto-servernum blender --background --python "$here/blender_frames.py" -- \
    "$motion" "$width" "$height" 20 2>/dev/null | grep 'blender workbench'
done
"$root/build/bench/bench/bench_figure" --benchmark_filter='painting' 2>/dev/null | grep painting
