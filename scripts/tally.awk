# SPDX-License-Identifier: Apache-2.0
# Adds up the closing lines of the test runners in a log: "PASSED FAILED".
{ gsub(/\033\[[0-9;]*m/, "") }                                       # colours
/\[  PASSED  \] [0-9]+ tests?/          { passed += number_before("test") }    # GoogleTest
/\[  FAILED  \] [0-9]+ tests?, listed/  { failed += number_before("test") }
/\*\*\*(Exception|Timeout|Not Run)/     { failed += 1 }                        # CTest: a program that did not come to its end
/^ *Tests  .*\([0-9]+\)$/               { passed += number_before("passed"); failed += number_before("failed") } # Vitest
/^(#|ℹ) pass [0-9]+$/                   { passed += $3 }                       # Node's runner
/^(#|ℹ) fail [0-9]+$/                   { failed += $3 }
/^Ran [0-9]+ tests? in/                 { ran = $2 }                           # Python's unittest
/^OK/ && ran                            { passed += ran; ran = 0 }
/^FAILED \(/ && ran                     { bad = value_of("failures") + value_of("errors"); failed += bad; passed += ran > bad ? ran - bad : 0; ran = 0 }
/^[0-9]+ passed, [0-9]+ failed$/        { passed += $1; failed += $3 }         # ours
END { print passed + 0, failed + 0 }

function number_before(word,  at) {
  return match($0, "[0-9]+ " word) ? substr($0, RSTART) + 0 : 0
}

function value_of(key) {
  return match($0, key "=[0-9]+") ? substr($0, RSTART + length(key) + 1) + 0 : 0
}
