# SPDX-License-Identifier: Apache-2.0
"""Holds `supple read --json` to its score on the articles beside this file.

    reading_score_test.py SUPPLE
"""

import json
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent
PROGRAM = sys.argv.pop(1)


def score(folder: str) -> dict:
    command = [sys.executable, HERE / "score.py", "--json", "--gold", HERE / folder, "--reader", f"{PROGRAM} read --json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["overall"]


class Reading(unittest.TestCase):
    def test_the_twin_is_read_without_a_fault(self):
        twin = score("twin")
        self.assertEqual(1.0, twin["score"])
        for fault in ("silent_losses", "lost_moves", "false_unread", "invented", "forbidden"):
            self.assertEqual(0, twin[fault], fault)
        for whole in ("start", "finish", "rounds", "hold", "cautions_f1"):
            self.assertEqual(1.0, twin[whole], whole)

    def test_the_articles_are_read_no_worse_than_before(self):
        articles = score("articles")
        self.assertEqual(256, articles["articles"])
        self.assertGreaterEqual(articles["score"], 0.91)
        self.assertEqual(0, articles["forbidden"])
        self.assertEqual(0, articles["silent_losses"])
        self.assertLessEqual(articles["invented"], 45)

    def test_short_texts_about_structure(self):
        short = score("structure")
        self.assertGreaterEqual(short["articles"], 140)
        self.assertGreaterEqual(short["score"], 0.84)
        self.assertGreaterEqual(short["breath"], 0.95)
        self.assertGreaterEqual(short["side"], 0.96)
        self.assertGreaterEqual(short["rounds"], 0.86)
        self.assertEqual(0, short["forbidden"])


if __name__ == "__main__":
    unittest.main()
