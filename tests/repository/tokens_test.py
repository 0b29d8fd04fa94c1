# SPDX-License-Identifier: Apache-2.0
"""The night is written twice in the tokens of the look, because CSS cannot share it: for who follows the system, and for
who chose it. Both must be one night."""
import re
import unittest

from repository import files


class Tokens(unittest.TestCase):
    def test_both_nights_are_one(self):
        (tokens,) = files("web/**/tokens.css")
        css = re.sub(r"/\*.*?\*/", "", tokens.read_text(), flags=re.S)
        follows = re.search(r"@media \(prefers-color-scheme: dark\)\s*{\s*:root[^{]*{([^}]*)}", css)
        chosen = re.search(r"(?:^|})\s*:root\[data-theme=\"?(?:night|dark)\"?\]\s*{([^}]*)}", css)
        nights = [dict(re.findall(r"([\w-]+):\s*([^;]+);", block[1])) for block in (follows, chosen)]
        self.assertGreater(len(nights[0]), 20)
        self.assertEqual(*nights)


if __name__ == "__main__":
    unittest.main()
