#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How texts never seen are read: each article with the lexicon less what served, when it was taught, only this article.

    held_out.py [--program build/test/tests/reader/held_out] [--taught LEXICON.toml] [--losses] [--json]

What the lexicon has beyond TAUGHT (by default the one of the commit that last learnt from the articles) came from
elsewhere and is kept. The grammar has seen all articles, so the figure is still too good, but by far less than the
score with the whole lexicon.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TAUGHT = "3e92851"

sys.path.insert(0, str(HERE))
import score as scoring  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/test/tests/reader/held_out")
    parser.add_argument("--taught", type=Path)
    parser.add_argument("--lexicon", type=Path, default=ROOT / "lexicon/en.toml")
    parser.add_argument("--gold", type=Path, default=HERE / "articles")
    parser.add_argument("--at-once", type=int, default=16, help="how many articles nobody has learnt from, in the order of their numbers")
    parser.add_argument("--losses", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as taught:
        if args.taught is None:
            shown = subprocess.run(["git", "show", f"{TAUGHT}:lexicon/en.toml"], cwd=ROOT, capture_output=True, text=True, check=True)
            taught.write(shown.stdout)
            taught.flush()
        command = [args.program, args.taught or taught.name, args.lexicon, args.gold, str(args.at_once)]
        lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    rows, readings = {}, {}
    for line in lines:
        told = json.loads(line)
        path = Path(told["article"])
        readings[path.stem] = told["reading"]
        rows[path.stem] = scoring.score(json.loads(path.with_suffix(".json").read_text()), told["reading"])
    overall = scoring.summary(list(rows.values()))
    if args.json:
        print(json.dumps({"overall": overall, "articles": rows, "readings": readings}, indent=1))
        return 0
    for name, row in sorted(rows.items()) if args.losses else []:
        print(f"{row['score']:.3f}  {name}")
        for kind in ("silent_losses", "false_unread", "invented", "forbidden"):
            for text in row[kind]:
                print(f"       {kind:14} {text[:110]}")
    print("  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in overall.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
