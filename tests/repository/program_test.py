# SPDX-License-Identifier: Apache-2.0
"""The built program from outside: its JSON keeps to its schemas, and no file in the world breaks it."""
import json
import os
import pathlib
import re
import shutil
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

import jsonschema

from repository import ROOT, files, run, short

EXERCISE = "library/exercises/release-your-low-back.md"
POSTURES = ["all-fours", "between", "childs-pose", "heel-sit"]
BROKEN = "---\ntitle: Broken\n---\n## Rounds × 4\nExhale: hold your breath and floop the glorp.\n"


def supple(*arguments, seconds=60):
    return run(["supple", *arguments], seconds=seconds)


class Workouts(unittest.TestCase):
    WISH = ["compose", "--minutes", "12", "--week", "30", "--focus", "low back", "--seed", "7", "--library",
            str(ROOT / "library/exercises")]

    def test_a_fresh_one_is_the_same_for_the_same_seed_and_lasts_as_long_as_asked(self):
        with tempfile.TemporaryDirectory() as folder:
            workout = pathlib.Path(folder) / "fresh.md"
            self.assertEqual(supple(*self.WISH, "-o", str(workout)).returncode, 0)
            once = workout.read_bytes()
            supple(*self.WISH, "-o", str(workout))
            self.assertEqual(workout.read_bytes(), once)
            checked = supple("check", str(workout))
            self.assertEqual((checked.returncode, len(checked.stderr)), (0, 0))
            session = json.loads(supple("plan", str(workout), "--week", "30", "--json").stdout)
            self.assertAlmostEqual(session["duration_s"], 720, delta=30)

    def test_what_is_left_out_is_told_with_its_reason(self):
        told = supple("plan", "library/workouts/evening-wind-down.md", "--pelvis").stderr
        self.assertIn("left out: Open book: it works one side", told.decode())

    def test_an_exercise_that_is_not_there_is_refused_with_the_one_that_was_meant(self):
        with tempfile.TemporaryDirectory() as folder:
            workout = pathlib.Path(folder) / "slip.md"
            workout.write_text(f"---\ntitle: Slip\n---\n- [Rock]({os.path.relpath(ROOT, folder)}/library/exercises/rock-bak.md)\n")
            done = supple("check", str(workout))
            told = done.stderr.decode()
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{workout}:4:3: error: ", told)
            self.assertIn('did you mean "rock-back.md"?', told)

    def test_a_programme_becomes_a_calendar(self):
        for name, event in (("four-gentle-weeks.md", "Gentle movement"), ("four-gentle-weeks.es.md", "Movimiento suave")):
            done = supple("programme", f"library/programmes/{name}", "--start", "2027-01-04")
            ics = done.stdout.decode()
            self.assertEqual(ics.count("BEGIN:VEVENT"), 16)
            self.assertEqual(ics.count(f"SUMMARY:{event}"), 16)
            self.assertNotRegex(ics.lower(), "pregnan|prenatal|birth|baby|embaraz|parto|bebé")

    def test_a_translation_that_leaves_its_original_is_refused_with_file_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("exercises", "workouts"):
                shutil.copytree(ROOT / "library" / name, pathlib.Path(folder) / name)
            workout = pathlib.Path(folder) / "workouts" / "five-minutes-for-the-low-back.es.md"
            self.assertEqual(supple("check", str(workout)).returncode, 0)
            workout.write_text(workout.read_text().replace("rock-back.es.md", "wag-your-tail.es.md"))
            for command in ("check", "plan"):
                refused = supple(command, str(workout))
                self.assertEqual(refused.returncode, 1)
                self.assertIn(f"{workout}:7:3: error: another exercise stands in line 10 of the original", refused.stderr.decode())


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
        for exercise in files("library/exercises/*.md", "library/workouts/*.md"):
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

    def test_export(self):
        for exercise in files("library/exercises/*.md", "library/workouts/*.md"):
            self.check("exercise", "export", short(exercise), "--as", "json")

    def test_plan(self):
        for exercise in files("library/exercises/*.md", "library/workouts/*.md"):
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

    HANGS_AFTER_S = 180  # what takes seconds alone takes longer on a machine that does much else

    CONTENTS = {
        "empty": b"",
        "one line end": b"\n",
        "binary": bytes(range(256)) * 64,
        "front matter only": b"---\n",
        "a heading only": b"---\ntitle: x\n---\n## Rounds \xc3\x97 999999999999999999999\n",
    }
    LARGE = {  # how it begins, and what follows again and again
        "one word": (b"", b"round "),
        "without a space": (b"", b"a"),
        "sentences": (b"", b"Exhale and round your spine. Inhale and come back.\n"),
        "an exercise": (b"---\ntitle: x\n---\n## Start\nCome onto your hands and knees.\n## Rounds x 6\n", b"Exhale: round your spine.\n"),
        "zeros": (b"", b"\0"),
    }
    COMMANDS = (["read"], ["read", "--json"], ["check"], ["draft"], ["plan"], ["motion", "-o", "out.csv"])

    def test_every_command_answers(self):
        for content, data in self.CONTENTS.items():
            self.assert_answers(self.COMMANDS, content, data)
        for content, (beginning, again) in self.LARGE.items():
            for megabytes, commands in ((10, self.COMMANDS[:1]), (2, self.COMMANDS[1:])):
                data = beginning + again * (megabytes * 1_000_000 // len(again))
                self.assert_answers(commands, f"{megabytes} MB of {content}", data)

    def assert_answers(self, commands, content, data):
        with tempfile.NamedTemporaryFile(suffix=".md") as file, ThreadPoolExecutor(os.cpu_count()) as pool:
            file.write(data)
            file.flush()
            answers = list(pool.map(lambda command: supple(*command, file.name, seconds=self.HANGS_AFTER_S), commands))
        for command, answer in zip(commands, answers):
            with self.subTest(f"{command}: {content}"):
                self.assert_answered(answer)

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
                        ["plan", EXERCISE, "--week", "99"], ["plan", EXERCISE, "--pace", "fast"],
                        ["posture", "all-fours", "--after-birth", "0"], ["posture", "all-fours", "--after-birth", "105"],
                        ["loads", EXERCISE, "--mass", "0"], ["loads", EXERCISE, "--mass", "30"],
                        ["loads", EXERCISE, "--stature", "2.5"]):
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

    def test_a_motion_is_written_only_where_its_ending_says_how(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("motion.glb", "motion.xyz", "motion", "motion.csv.gz"):
                with self.subTest(name):
                    out = pathlib.Path(folder) / name
                    done = supple("motion", EXERCISE, "-o", str(out))
                    self.assertEqual(done.returncode, 2, done.stderr)
                    self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
                    self.assertIn("ends in .csv, .bvh or .gltf", done.stderr.decode())
                    self.assertFalse(out.exists())

    def assert_answered(self, done):
        self.assertIn(done.returncode, (0, 1), done.stderr[:400])
        if done.returncode == 1:
            self.assertTrue(done.stderr + done.stdout, "it says why")


if __name__ == "__main__":
    unittest.main()
