# SPDX-License-Identifier: Apache-2.0
"""The product is education: nothing that it says or shows may promise what only medicine may."""
import re
import unittest

from repository import files, short

NEVER = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cur(e|es|ed|ing|ative)|heal(s|ed|ing)?|therap(y|ies|ists?|eutic)|rehab\w*"
    r"|reliev\w+ (your |the |her )?(back )?pain|pain relief|diagnos\w+|monitor(s|ed|ing)?|prevent(s|ed|ing|ion)?"
    r"|decompress\w*|realign\w*|guarantee\w*|clinically proven|safe for you)\b", re.I)

CPP_STRING = re.compile(r'R"\((.*?)\)"|"((?:[^"\\\n]|\\.)*)"', re.S)
TS_STRING = re.compile(r'`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"', re.S)


def strings(path):
    """What of a file a person may come to hear or read."""
    text = path.read_text()
    if path.suffix in (".cpp", ".h"):
        text = re.sub(r"^\s*(#include|//).*$", "", text, flags=re.M)
        return ["".join(groups) for groups in CPP_STRING.findall(text)]
    if path.suffix in (".ts", ".tsx"):
        return ["".join(groups) for groups in TS_STRING.findall(re.sub(r"^import .*$", "", text, flags=re.M))]
    if path.suffix == ".toml":  # not shown: a comment, a citation, the words that a rule looks for
        return [line for line in text.splitlines() if not re.match(r"\s*(#|source\b|phrases\b)", line)]
    return text.splitlines()


class Words(unittest.TestCase):
    def test_no_word_of_medicine_in_anything_that_is_said_or_shown(self):
        product = files("src/**/*.cpp", "src/**/*.h", "web/src/**/*.ts", "web/src/**/*.tsx", "web/*.html",
                        "lexicon/*.toml", "rules/*.toml", "library/**/*.md", "docs/**/*.md", "README.md", "CHANGELOG.md")
        self.assertTrue(product)
        for path in product:
            for string in strings(path):
                with self.subTest(f"{short(path)}: {string.strip()[:100]}"):
                    self.assertIsNone(NEVER.search(string))

    def test_the_check_finds_what_it_must(self):
        for said in ["it heals", "pain relief", "Treatment for the back", "safe for you", "physical therapy"]:
            self.assertIsNotNone(NEVER.search(said), said)
        for said in ["your health", "ask your physiotherapist", "a threat", "secure", "the source"]:
            self.assertIsNone(NEVER.search(said), said)


if __name__ == "__main__":
    unittest.main()
