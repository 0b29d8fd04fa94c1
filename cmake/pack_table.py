# SPDX-License-Identifier: Apache-2.0
"""Writes a TOML file as the JSON that the browser's core reads in its place: pack_table.py FILE.toml >FILE.json

The keys are in the order of their bytes, as src/text/table.h has them.
"""
import json
import sys
import tomllib

with open(sys.argv[1], "rb") as file:
    table = tomllib.load(file)
packed = json.dumps(table, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))
sys.stdout.buffer.write(packed.encode())
