# SPDX-License-Identifier: Apache-2.0
"""Holds `supple draft` to what it promises: its draft says again what the article says, or what is left to do.

    draft_test.py SUPPLE EVERY: of every EVERYth article
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
PROGRAM, EVERY = sys.argv.pop(1), int(sys.argv.pop(1))
ARTICLES = sorted([*(HERE / "articles").glob("*.txt"), *(HERE / "twin").glob("*.txt")])[::EVERY]

# Articles whose draft is not read as the article is, each with the reason.
OTHERWISE = {"228-midwife-voicemail": "a bare time is a hold right after a posture; the draft, which says so, has it in another section"}


def supple(*arguments, text: str | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, *map(str, arguments)], input=text, capture_output=True, text=True, timeout=60)


def said(source: Path) -> dict:
    """What a reading says the body does."""
    done = supple("read", source, "--json")
    if done.returncode != 0:
        return {"refused": done.stderr}
    reading = json.loads(done.stdout)
    steps = [(step["breath"], step["side"], sorted(step["moves"])) for step in reading["steps"]]
    return {"start": reading["start"], "finish": reading["finish"], "steps": steps}


class Draft(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.draft = Path(folder.name) / "draft.md"

    def test_a_draft_gives_the_steps_of_its_article_and_says_at_its_lines_what_is_left(self):
        otherwise = set()
        for article in ARTICLES:
            with self.subTest(article.stem):
                done = supple("draft", article, "-o", self.draft, "--force")
                self.assertEqual(0, done.returncode, done.stderr)
                checked = supple("check", self.draft)
                self.assertIn(checked.returncode, (0, 1))
                findings = [line for line in checked.stderr.splitlines() if line.startswith(str(self.draft))]
                self.assertEqual(checked.returncode == 1, any(": error: " in line for line in findings))
                for finding in findings:
                    self.assertRegex(finding, r":\d+:\d+: (error|warning|note): .*; instead: ")
                if said(self.draft) != said(article):
                    otherwise.add(article.stem)
        self.assertEqual(set(OTHERWISE) & {article.stem for article in ARTICLES}, otherwise)
        self.assertLessEqual(len(otherwise), len(ARTICLES) // 10)

    def test_the_draft_of_the_twin_is_safe_and_can_be_led(self):
        supple("draft", HERE / "twin/twin.txt", "-o", self.draft)
        checked = supple("check", self.draft)
        self.assertEqual((0, ""), (checked.returncode, checked.stderr))
        self.assertGreater(json.loads(supple("plan", self.draft, "--json").stdout)["duration_s"], 60)

    def test_what_could_not_be_read_stands_as_a_comment_at_its_place(self):
        lines = supple("draft", "-", text="Come onto your hands and knees.\nExhale and round your spine.\n"
                                          "Pedal your elbow.\nInhale and come back.\n").stdout.splitlines()
        unread = lines.index("<!-- not read, line 3: Pedal your elbow. -->")
        self.assertEqual("Exhale and round your spine.", lines[unread - 1])
        self.assertEqual("Inhale and come back.", lines[unread + 1])

    def test_what_is_left_to_do_is_a_note_of_the_check(self):
        supple("draft", "-", "-o", self.draft, text="Come onto your hands and knees.\nExhale and round your spine.\n"
                                                    "Pedal your elbow.\nInhale and come back.\n")
        notes = [note["name"] for note in json.loads(supple("check", "--json", self.draft).stdout)["files"][0]["findings"]]
        self.assertEqual(["draft.open"], [name for name in notes if name.startswith("draft")])

    def test_why_shows_the_sentences_of_an_exercise_and_nothing_else_of_it(self):
        supple("draft", HERE / "twin/twin.txt", "-o", self.draft)
        why = json.loads(supple("read", "--why", "--json", self.draft).stdout)
        sentences = why if isinstance(why, list) else why["sentences"]
        self.assertIn("spine.round", {move["move"] for sentence in sentences for clause in sentence["clauses"] for move in clause["moves"]})
        self.assertNotIn("---", " ".join(sentence["text"] for sentence in sentences))

    def test_a_comment_of_the_article_ends_none_of_the_draft(self):
        article = self.draft.with_name("article.txt")
        article.write_text("Exhale and round your spine.\nPedal --> your elbow <!-- [knee] **.\n")
        self.assertEqual(0, supple("draft", article, "-o", self.draft).returncode)
        self.assertEqual(said(article), said(self.draft))

    def test_a_text_that_gives_no_exercise_is_refused_in_one_line(self):
        exercise = HERE / "../../library/exercises/release-your-low-back.md"
        for done in (supple("draft", "-", text="The sea was calm.\n"), supple("draft", "-", text=""),
                     supple("draft", exercise), supple("draft", "-", text="Exhale and round your spine.\n" * 500)):
            with self.subTest(done.args):
                self.assertEqual((1, ""), (done.returncode, done.stdout))
                self.assertRegex(done.stderr, r"\A\S+: .*; instead: .*\n\Z")

    def test_a_file_that_is_there_is_written_over_only_by_force(self):
        self.draft.write_text("mine")
        done = supple("draft", HERE / "twin/twin.txt", "-o", self.draft)
        self.assertEqual((1, 1), (done.returncode, done.stderr.count("\n")))
        self.assertEqual("mine", self.draft.read_text())
        self.assertEqual(0, supple("draft", HERE / "twin/twin.txt", "-o", self.draft, "--force").returncode)
        self.assertTrue(self.draft.read_text().startswith("---\ntitle: "))
        self.assertEqual([self.draft], list(self.draft.parent.iterdir()))

    def test_a_file_that_cannot_be_written_is_told_in_one_line(self):
        for out in (self.draft.parent / "no/such/folder.md", self.draft.parent):
            for force in ([], ["--force"]):
                done = supple("draft", HERE / "twin/twin.txt", "-o", out, *force)
                self.assertEqual((1, 1), (done.returncode, done.stderr.count("\n")), done.stderr)


if __name__ == "__main__":
    unittest.main()
