# SPDX-License-Identifier: Apache-2.0
"""The built program from outside: its JSON keeps to its schemas, and no file in the world breaks it."""
import json
import pathlib
import re
import tempfile
import unittest

import jsonschema

from repository import ROOT, files, run, short

EXERCISE = "library/exercises/release-your-low-back.md"
POSTURES = ["all-fours", "between", "childs-pose", "heel-sit"]
BROKEN = "---\ntitle: Broken\n---\n## Rounds × 4\nExhale: hold your breath and floop the glorp.\n"


def supple(*arguments, seconds=60):
    return run(["supple", *arguments], seconds=seconds)


class Json(unittest.TestCase):
    def check(self, schema_name, *arguments, codes=(0,)):
        schema = json.loads((ROOT / f"docs/schemas/{schema_name}.schema.json").read_text())
        done = supple(*arguments)
        with self.subTest(" ".join(arguments)):
            self.assertIn(done.returncode, codes, done.stderr)
            jsonschema.Draft202012Validator(schema).validate(json.loads(done.stdout))

    def test_read(self):
        for article in files("tests/reader/articles/*.txt"):
            self.check("read", "read", short(article), "--json")
        self.check("read", "read", EXERCISE, "--json")

    def test_check(self):
        for exercise in files("library/exercises/*.md"):
            self.check("check", "check", short(exercise), "--json")
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.md"
            broken.write_text(BROKEN)
            self.check("check", "check", str(broken), "--json", codes=(1,))

    def test_lexicon(self):
        self.check("lexicon", "lexicon", "check", "--json")
        with tempfile.TemporaryDirectory() as folder:
            twice = pathlib.Path(folder) / "twice.toml"
            twice.write_text('[acts]\nhop = ["hop", "hopping"]\n')
            self.check("lexicon", "lexicon", "check", str(twice), "--texts", "tests/reader/articles", "--json", codes=(1,))

    def test_plan(self):
        for exercise in files("library/exercises/*.md"):
            for settings in ([], ["--week", "30", "--pace", "4"], ["--week", "8", "--pace", "12"]):
                self.check("plan", "plan", short(exercise), "--json", *settings)

    def test_posture(self):
        for posture in POSTURES:
            self.check("posture", "posture", posture, "--json")
        self.check("posture", "posture", "all-fours", "--moves", "spine.side,head.turn", "--side", "left", "--week", "30",
                   "--json")

    def test_every_command_that_writes_json_has_a_schema_that_is_a_schema(self):
        commands = re.findall(r"^  (\w+) ", supple("--help").stdout.decode().split("Subcommands:")[1], re.M)
        self.assertGreaterEqual(len(commands), 7)
        writes_json = {name for name in commands if b"--json" in supple(name, "--help").stdout}
        schemas = {path.name.removesuffix(".schema.json"): path for path in files("docs/schemas/*.schema.json")}
        self.assertEqual(writes_json, writes_json & set(schemas))
        for path in schemas.values():
            jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text()))



class Session(unittest.TestCase):
    def test_is_led_in_the_terminal_as_in_the_browser(self):
        settings = json.loads((ROOT / "tests/wasm/events.json").read_text())["settings"]
        self.assertEqual({"week": 30, "pace_bpm": 6, "wrists": "palms", "knees_padded": True}, settings)
        led = supple("guide", "tests/wasm/exercise.md", "--week", "30", "--knees", "--events", "tests/wasm/events.txt", "--hash")
        self.assertEqual((ROOT / "tests/wasm/events_golden.txt").read_text(), led.stdout.decode())


class AnyFile(unittest.TestCase):
    """Empty, binary, huge, missing, a folder: an answer in words, never a crash and never a wait."""

    CONTENTS = {
        "empty": b"",
        "one line end": b"\n",
        "binary": bytes(range(256)) * 64,
        "front matter only": b"---\n",
        "a heading only": b"---\ntitle: x\n---\n## Rounds \xc3\x97 999999999999999999999\n",
        "10 MB of one word": b"round " * 1_700_000,
        "10 MB without a space": b"a" * 10_000_000,
        "10 MB of sentences": b"Exhale and round your spine. Inhale and come back.\n" * 200_000,
        "10 MB of an exercise": b"---\ntitle: x\n---\n## Start\nCome onto your hands and knees.\n## Rounds x 6\n"
                                + b"Exhale: round your spine.\n" * 400_000,
        "10 MB of zeros": bytes(10_000_000),
    }

    def test_every_command_answers(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "file.md"
            for content, data in self.CONTENTS.items():
                path.write_bytes(data)
                for command in (["read"], ["read", "--json"], ["check"], ["draft"], ["plan"], ["motion", "-o", "out.csv"]):
                    with self.subTest(f"{command}: {content}"):
                        self.assert_answered(supple(*command, str(path), seconds=20))

    def test_a_file_that_is_not_there_is_one_line(self):
        for command in (["read"], ["check"], ["draft"], ["plan"], ["guide"], ["motion", "-o", "out.csv"], ["lexicon", "check"],
                        ["read", EXERCISE, "--lexicon"]):
            for path in ("no-such-file.md", "docs"):
                with self.subTest(f"{command} {path}"):
                    done = supple(*command, path)
                    self.assertEqual(done.returncode, 1)
                    self.assertEqual(len(done.stderr.decode().strip().splitlines()), 1, done.stderr)
                    self.assertIn(path, done.stderr.decode())

    def test_wrong_usage_is_told_apart(self):
        for command in ([], ["dance"], ["plan"], ["plan", EXERCISE, "--no-such-option"], ["posture", "no-such-posture"],
                        ["plan", EXERCISE, "--week", "99"], ["plan", EXERCISE, "--pace", "fast"]):
            with self.subTest(command):
                done = supple(*command)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertTrue(done.stderr)

    def test_a_name_that_does_not_exist_is_answered_with_the_nearest_that_does(self):
        for command, near in ((["childs-posse"], "childs-pose"), (["child"], "childs-pose"),
                              (["all-fours", "--moves", "spine.rond"], "spine.round"),
                              (["all-fours", "--moves", "head.drop,spine.sid"], "spine.side"),
                              (["all-fours", "--moves", "spine.side", "--side", "lefft"], "left"),
                              (["handstand-on-one-arm"], "all-fours"), (["all-fours", "--side", "each"], "left or right")):
            with self.subTest(command):
                done = supple("posture", *command)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
                self.assertIn(near, done.stderr.decode())
                self.assertEqual(done.stdout, b"")

    def assert_answered(self, done):
        self.assertIn(done.returncode, (0, 1), done.stderr[:400])
        if done.returncode == 1:
            self.assertTrue(done.stderr + done.stdout, "it says why")


if __name__ == "__main__":
    unittest.main()
