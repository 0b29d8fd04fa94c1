# SPDX-License-Identifier: Apache-2.0
# The medians of one benchmark program as rows of a table, in the order of its list (the first file; the second is its
# CSV, where they stand as they were run). In a name "WHAT beside OTHER", OTHER is another row.
BEGIN { nanoseconds_of["ns"] = 1; nanoseconds_of["us"] = 1e3; nanoseconds_of["ms"] = 1e6 }
NR == FNR { order[++rows] = $0; next }
/_median"/ {
  name = values = $0
  gsub(/^"|_median".*/, "", name)
  sub(/.*_median",/, "", values)
  split(values, column, ",") # iterations, real time, processor time, their unit
  takes[name] = column[3] * nanoseconds_of[column[4]]
}
END {
  for (i = 1; i <= rows; ++i) {
    if (!(order[i] in takes)) {
      print "no time of: " order[i] >"/dev/stderr"
      exit 1
    }
    split(order[i], said, " beside ")
    share = said[2] in takes ? sprintf("%.3g ×", takes[order[i]] / takes[said[2]]) : ""
    printf "| %s | %s | %s | %s |\n", said[1], time(takes[order[i]]), said[2], share
  }
}

function time(nanoseconds) {
  if (nanoseconds < 1000) return sprintf("%.0f ns", nanoseconds)
  return nanoseconds < 1e6 ? sprintf("%.3g µs", nanoseconds / 1000) : sprintf("%.3g ms", nanoseconds / 1e6)
}
