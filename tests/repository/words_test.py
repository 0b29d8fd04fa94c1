# SPDX-License-Identifier: Apache-2.0
"""The product is education: nothing that it says or shows may promise what only medicine may."""
import re
import unittest

from repository import files, short

NEVER = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cur(e|es|ed|ing|ative)|heal(s|ed|ing)?|therap(y|ies|ists?|eutic)|rehab\w*"
    r"|reliev\w+ (your |the |her )?(back )?pain|pain relief|diagnos\w+|monitor(s|ed|ing)?|prevent(s|ed|ing|ion)?"
    r"|decompress\w*|realign\w*|guarantee\w*|clinically proven|safe for you)\b", re.I)

NEVER_IN_SPANISH = re.compile(
    r"\b(trat(a|an|ar|amientos?)|cur(a|an|ar|ativ[oa]s?)|san(a|an|ar|ación)|terap\w+|rehabilit\w+|alivi\w+ (el|tu|los) dolor\w*"
    r"|diagn[oó]stic\w+|monitor(iza|izar|ea|ear)?|previen\w+|preven\w+|descompr\w+|realine\w+|garanti\w+"
    r"|clínicamente (probad|demostrad)\w+|segur[oa] para ti)\b", re.I)

# Where such a word may stand: (file, words around it, why). Each must still be needed.
REASONED = [
    ("lexicon/en.toml", "provider|midwife|doctor|physio|physiotherapist|therapist|consultant",
     "words that the reader looks for in an article, of people that it refers her to; none of them is shown"),
]

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
        return [line for line in text.splitlines() if not re.match(r'\s*(#|source\b|phrases\b|"words\.claim")', line)]
    return text.splitlines()


class Words(unittest.TestCase):
    def test_no_word_of_medicine_in_anything_that_is_said_or_shown(self):
        product = files("src/**/*.cpp", "src/**/*.h", "web/src/**/*.ts", "web/src/**/*.tsx", "web/src/words/*.json", "web/*.html",
                        "lexicon/*.toml", "site/*", "rules/*.toml", "library/**/*.md", "docs/**/*.md", "README.md", "CHANGELOG.md")
        self.assertTrue(product)
        needed = set()
        for path in product:
            for string in strings(path):
                if path.stem == "es" or path.stem.endswith(".es"):
                    with self.subTest(f"{short(path)}: {string.strip()[:100]}"):
                        self.assertIsNone(NEVER_IN_SPANISH.search(string))
                reasoned = [each for each in REASONED if each[0] == str(short(path)) and each[1] in string]
                if reasoned and NEVER.search(string):
                    needed.update(reasoned)
                    string = string.replace(reasoned[0][1], "")
                with self.subTest(f"{short(path)}: {string.strip()[:100]}"):
                    self.assertIsNone(NEVER.search(string))
        self.assertEqual(needed, set(REASONED), "an exception that nothing needs any longer")

    def test_the_check_finds_what_it_must(self):
        for said in ["it heals", "pain relief", "Treatment for the back", "safe for you", "physical therapy"]:
            self.assertIsNotNone(NEVER.search(said), said)
        for said in ["esto cura", "alivia el dolor", "un tratamiento", "es seguro para ti", "te sana", "previene"]:
            self.assertIsNotNone(NEVER_IN_SPANISH.search(said), said)
        for said in ["fecha prevista", "una semana", "seguro", "contraseña", "sin pausa"]:
            self.assertIsNone(NEVER_IN_SPANISH.search(said), said)
        for said in ["your health", "ask your physiotherapist", "a threat", "secure", "the source"]:
            self.assertIsNone(NEVER.search(said), said)


if __name__ == "__main__":
    unittest.main()
