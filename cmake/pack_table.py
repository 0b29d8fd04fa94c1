# SPDX-License-Identifier: Apache-2.0
"""Writes a TOML file as the JSON that the browser's core reads in its place: pack_table.py FILE.toml >FILE.json

The keys are in the order of their bytes, as src/text/table.h has them. A list of strings is one string, ";one;another":
the marks between thousands of phrases would weigh more than a kilobyte.
"""
import json
import sys
import tomllib

MARK = ";"


def packed(value):
    if isinstance(value, dict):
        return {key: packed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(item, str) and MARK not in item for item in value):
            return "".join(MARK + item for item in value)
        return [packed(item) for item in value]
    if isinstance(value, str) and value.startswith(MARK):
        sys.exit(f"a string must not begin with {MARK!r}: {value!r}")
    return value


with open(sys.argv[1], "rb") as file:
    table = packed(tomllib.load(file))
text = json.dumps(table, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))
sys.stdout.buffer.write(text.encode())
