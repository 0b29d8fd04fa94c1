#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clang-tidy, also over files that are compiled as one: it and the compiler look less closely at what is included than at the file
# itself (the analyser, unused constants), so their text is put into one file, and what is found there is told of where it was.
joined=
for word in "$@"; do
  case $word in */Unity/unity_*) joined=$word ;; esac
done
[ -n "$joined" ] || exec clang-tidy-22 --quiet "$@"

text=${joined%/*}/text_of_${joined##*/}
awk -v places="$text.places" '
  /^#include "/ {
    file = substr($0, 11, length($0) - 11)
    print lines, file >places
    while ((got = getline line <file) > 0) { print line; ++lines }
    if (got < 0) { print "error: cannot read " file >"/dev/stderr"; exit 1 }
  }' lines=0 "$joined" >"$text" || exit
for word in "$@"; do
  shift
  [ "$word" = "$joined" ] && word=$text
  set -- "$@" "$word"
done
found=$(clang-tidy-22 --quiet "$@")
code=$?
printf '%s' "$found" | awk -v text="$text" '
  FILENAME != "-" { before[++files] = $1; file[files] = $2; next }
  index($0, text ":") == 1 {
    rest = substr($0, length(text) + 2)
    for (i = files; i > 1 && before[i] >= rest + 0; ) --i
    $0 = file[i] ":" rest - before[i] substr(rest, match(rest, ":"))
  }
  { print }' "$text.places" -
exit $code
