# SPDX-License-Identifier: Apache-2.0
"""`supple serve` from outside: serve_test.py PROGRAM ROOT LIBRARY. With the real festival, and the real library: all of it (whole), or one
exercise of it and its translation (one), where to say every cue would only take longer."""
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, ROOT, LIBRARY = sys.argv[1:4]


class Serving:
    """The program with its page served on a free port, in a process group of its own."""

    def __init__(self, folder, *options, **environment):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", *options], cwd=folder, start_new_session=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment})
        self.first_line = self.process.stdout.readline()
        self.port = int(re.search(r"^Supple is at http://127\.0\.0\.1:(\d+)$", self.first_line)[1])

    def get(self, target):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", target)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body

    def post(self, target, value, origin=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Content-Type": "application/json", "Origin": origin or f"http://127.0.0.1:{self.port}"}
        connection.request("POST", target, json.dumps(value), headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body

    def end(self, how=signal.SIGTERM):
        """The exit code, the seconds that it took, and what was said on stderr."""
        began = time.monotonic()
        os.killpg(self.process.pid, how)
        said = self.process.communicate(timeout=10)[1]
        return self.process.returncode, time.monotonic() - began, said

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end()


def run(folder, *options, **environment):
    return subprocess.run([PROGRAM, "serve", *options], cwd=folder, capture_output=True, text=True, timeout=60,
                          env={**os.environ, **environment})


class Serve(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.site = self.folder / "web" / "dist"
        self.site.mkdir(parents=True)
        (self.site / "index.html").write_text("<!doctype html><title>Supple</title>")
        (self.folder / "library").symlink_to(pathlib.Path(ROOT) / "library")
        self.cache = ("--cache", str(self.folder / "cache"))

    def with_one_exercise(self):
        """The library is that: its voice is made in seconds, under the sanitizers too."""
        (self.folder / "library").unlink()
        exercises = self.folder / "library" / "exercises"
        exercises.mkdir(parents=True)
        shutil.copy(pathlib.Path(ROOT) / "library" / "exercises" / "release-your-low-back.md", exercises)
        return exercises

    def assert_one_line(self, said, *words):
        self.assertEqual(len(said.strip().splitlines()), 1, said)
        for word in words:
            self.assertIn(word, said)

    def test_a_page_that_is_not_built_is_one_line(self):
        (self.site / "index.html").unlink()
        for options, environment in (([], {}), (["--root", "nowhere"], {}), ([], {"SUPPLE_SITE": "nowhere"})):
            done = run(self.folder, *options, **environment)
            self.assertEqual(done.returncode, 1)
            self.assert_one_line(done.stderr, "./run", "--root")

    def test_wrong_usage_is_told_apart(self):
        for options in (["--port", "70000"], ["--port", "x"], ["--recordings", "nowhere"], ["--list-clips", "--render-clips", "x"]):
            self.assertEqual(run(self.folder, *options).returncode, 2, options)

    def test_the_page_is_found_where_it_is(self):
        other = self.folder / "other"
        other.mkdir()
        (other / "index.html").write_text("another page")
        for options, environment in ((["--root", "other"], {}), ([], {"SUPPLE_SITE": "other"})):
            with Serving(self.folder, "--voice", "none", *options, **environment) as served:
                self.assertEqual(served.get("/"), (200, b"another page"))

    def test_a_taken_port_is_one_line(self):
        with Serving(self.folder, "--voice", "none") as served:
            done = run(self.folder, "--voice", "none", "--port", str(served.port))
            self.assertEqual(done.returncode, 1)
            self.assert_one_line(done.stderr, str(served.port), "--port")

    def test_it_ends_within_a_second_however_it_is_told_to(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            with Serving(self.folder, *self.cache) as served:
                self.assertEqual(served.get("/")[0], 200)
                code, seconds, said = served.end(how)
                self.assertEqual((code, said), (0, ""))
                self.assertLess(seconds, 1)

    def test_nothing_that_it_has_started_remains(self):
        def speaking():
            folders = [pathlib.Path(f"/proc/{pid}") for pid in os.listdir("/proc") if pid.isdigit()]
            return {folder for folder in folders if self.runs_in(folder, "supple-")}

        with Serving(self.folder, *self.cache) as served:
            deadline = time.monotonic() + 10
            while not speaking() and time.monotonic() < deadline:
                time.sleep(0.01)
            self.assertTrue(speaking(), "festival is running in its folder")
            served.end()
        self.assertFalse(speaking())

    def test_a_card_and_a_film_are_made_and_cancelled(self):
        temporary = self.folder / "temporary"
        temporary.mkdir()
        with Serving(self.folder, *self.cache, "--voice", "none", TMPDIR=str(temporary)) as served:
            ask = served.post("/makes/order.json", {"product": "card", "exercise": "release-your-low-back", "week": 30})
            self.assertEqual(ask, (200, b'{"number":1}\n'))
            self.assertEqual(served.post("/makes/order.json", {"product": "film", "exercise": "release-your-low-back", "week": 30})[0], 200)
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                card, film = json.loads(served.get("/makes/orders.json")[1])
                if film["percent"] > 0:
                    break
                time.sleep(0.1)
            self.assertEqual((card["state"], film["state"]), ("ready", "making"), (card, film))
            self.assertIn("left_s", film)
            self.assertTrue(served.get("/makes/" + card["file"])[1].startswith(b"%PDF"))
            left = json.loads(served.post("/makes/cancel.json", {"number": 2})[1])
            self.assertEqual([each["number"] for each in left], [1])
            self.assertEqual(served.get("/makes/2.mp4")[0], 404)
            self.assertEqual(served.post("/makes/order.json", {"product": "film", "exercise": "../x", "week": 30})[0], 400)
            self.assertEqual(served.post("/makes/order.json", {"product": "card"}, origin="http://elsewhere.example")[0], 403)
            self.assertTrue(os.listdir(temporary))
            served.end()
        self.assertEqual(os.listdir(temporary), [])

    @staticmethod
    def runs_in(folder, name):
        try:
            return (folder / "comm").read_text().startswith("festival") and name in os.readlink(folder / "cwd")
        except OSError:
            return False

    def test_every_cue_of_the_library_is_said(self):
        if LIBRARY == "one":
            shutil.copy(pathlib.Path(ROOT) / "library" / "exercises" / "release-your-low-back.es.md", self.with_one_exercise())
        listed = [line.split("\t") for line in run(self.folder, "--list-clips").stdout.splitlines()]
        self.assertGreater(len(listed), 20)
        with Serving(self.folder, *self.cache) as served:
            for name, words in reversed(listed):  # those that are made last, first: they are waited for
                status, sound = served.get(f"/clips/{name}")
                self.assertEqual(status, 200, words)
                self.assertEqual(sound[:4], b"RIFF")
            index = json.loads(served.get("/clips/index.json")[1])
        self.assertEqual(index["voice"], "recordings, slt, espeak-ng")
        self.assertEqual({f"{name}.wav" for name in index["clips"]}, {name for name, _ in listed})
        minutes = sum(index["clips"].values()) / 60
        self.assertTrue(100 <= sum(len(words.split()) for _, words in listed) / minutes <= 120)

    def test_a_site_can_carry_its_voice_to_another_host(self):
        self.with_one_exercise()
        done = run(self.folder, *self.cache, "--render-clips", "web/dist/clips")
        self.assertEqual(done.returncode, 0, done.stderr)
        index = (self.site / "clips" / "index.json").read_bytes()
        for name in json.loads(index)["clips"]:
            self.assertTrue((self.site / "clips" / f"{name}.wav").is_file())
        with Serving(self.folder, "--cache", "unused") as served:
            self.assertEqual(served.get("/clips/index.json"), (200, index))
        self.assertFalse((self.folder / "unused").exists())

    def test_a_page_whose_list_of_clips_is_empty_is_given_a_voice(self):
        self.with_one_exercise()
        (self.site / "clips").mkdir()
        (self.site / "clips" / "index.json").write_text('{"voice": "", "clips": {}, "coming": []}')
        with Serving(self.folder, *self.cache) as served:
            index = json.loads(served.get("/clips/index.json")[1])
        self.assertTrue(index["coming"] or index["clips"])

    def test_without_festival_the_page_is_served_without_a_voice(self):
        with Serving(self.folder, *self.cache, PATH="/nowhere") as served:
            self.assertEqual(json.loads(served.get("/clips/index.json")[1])["clips"], {})
            self.assertEqual(served.get("/")[0], 200)
            lines = [served.process.stderr.readline(), served.process.stderr.readline()]
            code, _, more = served.end()
        self.assertEqual((code, more), (0, ""))
        self.assert_one_line(lines[0], "apt-get install festival festvox-us-slt-hts")
        self.assert_one_line(lines[1], "apt-get install espeak-ng")
        done = run(self.folder, *self.cache, "--render-clips", "clips", PATH="/nowhere")
        self.assertEqual(done.returncode, 1)

    def test_without_espeak_english_is_said(self):
        programs = self.folder / "programs"
        programs.mkdir()
        (programs / "festival").symlink_to(shutil.which("festival"))
        clips = {words: name for name, words in (line.split("\t") for line in run(self.folder, "--list-clips").stdout.splitlines())}
        with Serving(self.folder, *self.cache, PATH=str(programs)) as served:
            self.assertEqual(served.get(f"/clips/{clips['Breathe in.']}")[0], 200)
            self.assertNotEqual(served.get(f"/clips/{clips['Inhala.']}")[0], 200)
            self.assert_one_line(served.end()[2], "apt-get install espeak-ng")

    def test_without_an_exercise_there_is_nothing_to_say(self):
        (self.folder / "library").unlink()
        for options in (["--list-clips"], ["--render-clips", "clips"]):
            done = run(self.folder, *options)
            self.assertEqual(done.returncode, 1)
            self.assert_one_line(done.stderr, "library/exercises")
        with Serving(self.folder) as served:
            self.assertEqual(served.get("/")[0], 200)
            self.assert_one_line(served.end()[2], "library/exercises")

    def test_a_browser_is_opened_only_where_there_is_a_display(self):
        opened = self.folder / "opened"
        browser = self.folder / "xdg-open"
        browser.write_text(f"#!/bin/sh\necho $1 > {opened}.part && mv {opened}.part {opened}\n")
        browser.chmod(0o755)
        path = f"{self.folder}:{os.environ['PATH']}"
        for options, display, opens in ((["--open"], ":0", True), (["--open"], "", False), (["--no-open"], ":0", False)):
            opened.unlink(missing_ok=True)
            with Serving(self.folder, "--voice", "none", *options, PATH=path, DISPLAY=display, WAYLAND_DISPLAY="") as served:
                deadline = time.monotonic() + (10 if opens else 0.3)
                while not opened.exists() and time.monotonic() < deadline:
                    time.sleep(0.01)
                self.assertEqual(opened.exists(), opens)
                if opens:
                    self.assertEqual(opened.read_text().strip(), f"http://127.0.0.1:{served.port}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
