# SPDX-License-Identifier: Apache-2.0
"""`supple film` from outside: film_test.py PROGRAM ROOT EVERY. With the real ffmpeg, the real festival and the real
library. Where the same is tried in several ways, it is in every first, second … (EVERY) of them."""
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import wave

PROGRAM, ROOT, EVERY = sys.argv[1], sys.argv[2], int(sys.argv[3])
EXERCISE = f"{ROOT}/library/exercises/release-your-low-back.md"
SMALL = ["--size", "360p", "--fps", "10"]
MINUTE = ["--length", "60"]  # a film of the whole exercise is prepared for longer than most tests here take
ENDINGS = [".jpg", ".json", ".mp4", ".srt", ".txt", ".vtt"]

scratch = tempfile.TemporaryDirectory()
FOLDER = pathlib.Path(scratch.name)
CACHE = ["--cache", str(FOLDER / "cache")]


def supple(*arguments, folder=None, seconds=120, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder or FOLDER, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=seconds, **options)


def film(out, *arguments, **options):
    size = [] if "--size" in arguments else SMALL
    return supple("film", EXERCISE, "-o", out, *size, *arguments, **options)


def probe(path, *wanted):
    done = subprocess.run(["ffprobe", "-v", "error", *wanted, "-of", "json", path], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def samples(path):
    """The sound of a film as 16-bit stereo at 48 kHz."""
    return subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-ar", "48000", "-ac", "2", "-"], capture_output=True,
                          check=True).stdout


def loudness(sound):
    """Integrated loudness in LUFS and true peak in dBFS, by ffmpeg's ebur128."""
    said = subprocess.run(["ffmpeg", "-nostats", "-f", "s16le", "-ar", "48000", "-ac", "2", "-i", "-", "-af", "ebur128=peak=true", "-f", "null",
                           "-"], input=sound, capture_output=True, check=True).stderr.decode()
    summary = said[said.rindex("Summary:"):]
    return float(re.search(r"I:\s+(\S+) LUFS", summary)[1]), float(re.search(r"Peak:\s+(\S+) dBFS", summary)[1])


def cut(sound, spans):
    at = lambda seconds: int(seconds * 48000) * 4
    return b"".join(sound[at(start):at(end)] for start, end in spans)


def level(sound):
    values = struct.unpack(f"<{len(sound) // 2}h", sound)
    return (sum(v * v for v in values[::2]) / max(1, len(values[::2]))) ** 0.5


def entries(folder):
    return sorted(path.name for path in pathlib.Path(folder).iterdir() if path.name != "cache")


class OneFilm(unittest.TestCase):
    """Twenty seconds of the low-back exercise."""

    @classmethod
    def setUpClass(cls):
        cls.folder = FOLDER / "one"
        cls.folder.mkdir()
        cls.out = cls.folder / "film.mp4"
        done = film(cls.out, "--length", "20", *CACHE)
        assert done.returncode == 0 and done.stdout == "" and done.stderr == "", done
        cls.log = json.loads((cls.folder / "film.json").read_text())
        cls.sound = samples(cls.out)

    def test_six_files_and_nothing_else(self):
        self.assertEqual(entries(self.folder), [f"film{ending}" for ending in ENDINGS])

    def test_streams_title_tags_and_language(self):
        found = probe(self.out, "-show_streams", "-show_format", "-show_chapters")
        self.assertEqual([(s["codec_type"], s["codec_name"]) for s in found["streams"]],
                         [("video", "h264"), ("audio", "aac"), ("subtitle", "mov_text"), ("data", "bin_data")])  # the titles of the chapters
        video = found["streams"][0]
        self.assertEqual((video["width"], video["height"], video["r_frame_rate"], video["pix_fmt"], video["color_space"]),
                         (640, 360, "10/1", "yuv420p", "bt709"))
        self.assertEqual({s["tags"]["language"] for s in found["streams"]}, {"eng"})
        self.assertAlmostEqual(float(found["format"]["duration"]), 20, delta=0.15)
        tags = found["format"]["tags"]
        self.assertEqual(tags["title"], "Release your low back")
        self.assertEqual(tags["keywords"], "low back, all fours, breath")
        self.assertIn("not medical advice", tags["comment"])
        self.assertEqual([c["tags"]["title"] for c in found["chapters"]], [s["title"] for s in self.log["sections"]])

    def test_the_log_is_the_plan(self):
        plan = json.loads(supple("plan", EXERCISE, "--json", "--voice", "festival", *CACHE).stdout)
        for kind in ("cues", "captions", "tones"):
            expected = [entry for entry in plan[kind] if entry["start_s"] < 20]
            for entry in expected:
                entry["end_s"] = min(entry["end_s"], 20)
            self.assertEqual(self.log[kind], expected)
        self.assertGreaterEqual(len(self.log["cues"]), 4)

    def test_captions_stand_in_the_film_and_beside_it_as_in_the_plan(self):
        packets = probe(self.out, "-select_streams", "s", "-show_packets")["packets"]
        shown = [float(p["pts_time"]) for p in packets if int(p["size"]) > 2]  # an empty one ends the one before
        self.assertEqual(len(shown), len(self.log["captions"]))
        written = re.findall(r"^(\d+):(\d+):(\d+)\.(\d+) -->", (self.folder / "film.vtt").read_text(), re.M)
        beside = [int(h) * 3600 + int(m) * 60 + int(s) + int(ms) / 1000 for h, m, s, ms in written]
        for inside, outside, caption in zip(shown, beside, self.log["captions"], strict=True):
            self.assertAlmostEqual(inside, caption["start_s"], delta=0.002)
            self.assertAlmostEqual(outside, caption["start_s"], delta=0.001)

    def test_captions_come_within_a_fifth_of_a_second_of_the_voice(self):
        for cue in self.log["cues"]:
            start = cue["start_s"]
            step = 0.02
            voiced = next(t * step for t in range(int((start - 0.3) / step), int((start + 1) / step))
                          if level(cut(self.sound, [(t * step, (t + 1) * step)])) > 300)
            caption = min((c["start_s"] for c in self.log["captions"]), key=lambda at: abs(at - voiced))
            self.assertLess(abs(caption - voiced), 0.2, cue)

    def test_speech_is_at_minus_16_lufs_and_nothing_clips(self):
        spoken = cut(self.sound, [(cue["start_s"], cue["end_s"]) for cue in self.log["cues"]])
        loud, _ = loudness(spoken)
        self.assertAlmostEqual(loud, -16, delta=1)
        self.assertLess(loudness(self.sound)[1], -0.9)

    def test_the_poster_is_a_picture_of_the_same_size(self):
        self.assertEqual([(s["codec_name"], s["width"], s["height"]) for s in probe(self.folder / "film.jpg", "-show_streams")["streams"]],
                         [("mjpeg", 640, 360)])

    def test_the_transcript_has_every_cue(self):
        text = (self.folder / "film.txt").read_text()
        for cue in self.log["cues"]:
            self.assertIn(cue["text"], text)

    def test_the_same_bytes_again(self):
        again = FOLDER / "again"
        again.mkdir()
        self.assertEqual(film(again / "film.mp4", "--length", "20", *CACHE).returncode, 0)
        for ending in ENDINGS:
            self.assertEqual((self.folder / f"film{ending}").read_bytes(), (again / f"film{ending}").read_bytes(), ending)


class OtherFilms(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(dir=FOLDER)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.out = self.folder / "film.mp4"

    def test_webm_the_same_bytes_twice(self):
        for name in ("a.webm", "b.webm"):
            done = film(self.folder / name, "--length", "3", "--voice", "none", "--theme", "night", "--size", "square", "--fps", "10", "--ground")
            self.assertEqual(done.returncode, 0, done.stderr)
        found = probe(self.folder / "a.webm", "-show_streams", "-show_chapters")
        self.assertEqual([s["codec_name"] for s in found["streams"]], ["vp9", "opus", "webvtt"])
        self.assertEqual(found["streams"][0]["width"], 1080)
        self.assertEqual(len(found["chapters"]), 1)
        self.assertEqual((self.folder / "a.webm").read_bytes(), (self.folder / "b.webm").read_bytes())

    def test_without_a_voice_its_times_are_those_of_the_plain_plan(self):
        self.assertEqual(film(self.out, "--length", "3", "--voice", "none", "--week", "30", "--pace", "5").returncode, 0)
        log = json.loads((self.folder / "film.json").read_text())
        plan = json.loads(supple("plan", EXERCISE, "--json", "--week", "30", "--pace", "5").stdout)
        self.assertEqual(log["cues"], [{**cue, "end_s": min(cue["end_s"], 3)} for cue in plan["cues"] if cue["start_s"] < 3])
        self.assertEqual((log["film"]["week"], log["film"]["pace_bpm"]), (30, 5))

    def test_killed_in_the_middle_nothing_stands_under_its_name(self):
        for how in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL)[::EVERY]:
            making = subprocess.Popen([PROGRAM, "film", EXERCISE, "-o", self.out, *SMALL, *MINUTE, "--voice", "none", "--progress"],
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            self.assertTrue(making.stdout.readline())
            making.send_signal(how)
            self.assertNotEqual(making.wait(timeout=10), 0)
            making.stdout.close()
            hidden = [".film.mp4.making"] if how == signal.SIGKILL else []
            self.assertEqual(entries(self.folder), hidden, how)
        deadline = time.monotonic() + 20  # ffmpeg ends by itself where its input ends
        while (done := film(self.out, "--length", "1", "--voice", "none")).returncode and time.monotonic() < deadline:
            self.assertIn("being made already", done.stderr)
            time.sleep(0.1)
        self.assertEqual(entries(self.folder), [f"film{ending}" for ending in ENDINGS])

    def test_a_film_that_stood_there_stays_when_another_fails(self):
        self.out.write_bytes(b"the old one")
        self.assert_one_line(film(self.out, *MINUTE, "--voice", "none", preexec_fn=self.small_files), "File too large")
        self.assertEqual(self.out.read_bytes(), b"the old one")
        self.assertEqual(entries(self.folder), ["film.mp4"])

    @staticmethod
    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    def limited(self, name, most_bytes):
        """A film of which ffmpeg can write so much only, and how many hundredths of it were made."""
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        (tools / "ffmpeg").write_text(f'#!/bin/sh\nulimit -f {most_bytes // 512}\nexec {shutil.which("ffmpeg")} "$@"\n')
        (tools / "ffmpeg").chmod(0o755)
        done = film(self.folder / name, "--voice", "none", *MINUTE, "--progress",
                    env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"})
        return done, int(done.stdout.split()[-2])

    def test_a_disk_that_fills_up_in_the_middle_or_at_the_end_leaves_nothing(self):
        for name in ("film.mp4", "film.webm")[::EVERY]:
            whole = self.folder / name
            self.assertEqual(film(whole, "--voice", "none", *MINUTE).returncode, 0)
            size = whole.stat().st_size
            for made in entries(self.folder):
                if made != "tools":
                    (self.folder / made).unlink()
            done, made = self.limited(name, size // 4)
            self.assert_one_line(done, name, "File too large")
            self.assertTrue(0 < made < 100, made)
            self.assertEqual(entries(self.folder), ["tools"])
            done, _ = self.limited(name, size - 1024)
            self.assert_one_line(done, name, "File too large")
            self.assertEqual(entries(self.folder), ["tools"])

    def assert_one_line(self, done, *words, code=1):
        self.assertEqual(done.returncode, code, done)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        for word in (*words, "instead: "):
            self.assertIn(word, done.stderr)

    def test_what_cannot_be_made_is_one_line(self):
        nobody = self.folder / "no-such-folder" / "film.mp4"
        self.assert_one_line(film(nobody, "--voice", "none"), str(nobody))
        self.assert_one_line(film(self.folder / "film.avi", "--voice", "none"), ".mp4 or .webm", code=2)
        self.assert_one_line(film("/proc/film.mp4", "--voice", "none"), "/proc/film.mp4")
        (self.folder / "folder.mp4").mkdir()
        self.assert_one_line(film(self.folder / "folder.mp4", "--voice", "none"), "folder.mp4")
        self.assertEqual(entries(self.folder), ["folder.mp4"])

    def test_what_stands_in_the_way_of_one_file_keeps_all_away(self):
        (self.folder / "film.srt").mkdir()
        self.assert_one_line(film(self.out, "--voice", "none", "--length", "1"), "film.srt")
        self.assertEqual(entries(self.folder), ["film.srt"])

    def test_a_program_that_is_missing_is_one_line_that_says_what_to_install(self):
        empty = self.folder / "empty"
        empty.mkdir()
        without = {**os.environ, "PATH": str(empty)}
        self.assert_one_line(film(self.out, *MINUTE, "--voice", "none", env=without), "apt-get install ffmpeg")
        self.assert_one_line(film(self.out, *MINUTE, "--cache", self.folder / "cache", env=without), "apt-get install festival festvox-us-slt-hts")
        self.assertFalse(self.out.exists())


class InSpanish(unittest.TestCase):
    FILE = f"{ROOT}/library/exercises/lean-like-a-willow.es.md"

    def test_voice_captions_chapters_and_tags_are_spanish(self):
        done = supple("film", self.FILE, "-o", "sauce.mp4", *SMALL, "--length", "12", *CACHE)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = probe(FOLDER / "sauce.mp4", "-show_streams", "-show_chapters", "-show_format")
        of = {stream["codec_type"]: stream["tags"]["language"] for stream in found["streams"] if stream["codec_name"] != "bin_data"}
        self.assertEqual((of["video"], of["audio"], of["subtitle"]), ("spa", "spa", "spa"))
        self.assertEqual(found["format"]["tags"]["title"], "Inclínate como un sauce")
        self.assertIn("no consejo médico", found["format"]["tags"]["comment"])
        self.assertEqual(found["chapters"][0]["tags"]["title"], "Prepárate")
        self.assertIn("puedes mirar la esterilla", (FOLDER / "sauce.vtt").read_text().replace("\n", " "))
        log = json.loads((FOLDER / "sauce.json").read_text())
        self.assertEqual(log["film"]["voice"], "espeak-ng")
        sound = samples(FOLDER / "sauce.mp4")
        # espeak-ng's peaks are sharp: a sentence that would clip stays a little quieter than -16 LUFS.
        loud = loudness(cut(sound, [(c["start_s"], c["end_s"]) for c in log["cues"]]))[0]
        self.assertTrue(-18.5 <= loud <= -15, loud)

    def test_without_espeak_is_one_line_that_says_what_to_install(self):
        done = supple("film", self.FILE, "-o", "nada.mp4", *SMALL, "--cache", "none", env={"PATH": "/nowhere"})
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1)
        self.assertIn("apt-get install espeak-ng", done.stderr)


class Recordings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(dir=FOLDER)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.mine = self.folder / "mine"
        self.mine.mkdir()
        self.cues = [re.match(r"(\w{16}\.wav) +(\S*) +([\d.]+) s  (.+)", line).groups()
                     for line in supple("cues", EXERCISE).stdout.splitlines()]

    def record(self, name, seconds=2.5):
        with wave.open(str(self.mine / name), "wb") as out:
            out.setparams((1, 2, 44100, 0, "NONE", ""))
            out.writeframes(b"".join(struct.pack("<h", 9000 if i // 50 % 2 else -9000) for i in range(int(44100 * seconds))))

    def test_the_list_says_what_the_plan_says_and_when(self):
        plan = json.loads(supple("plan", EXERCISE, "--json").stdout)
        listed = {words: (name, when) for name, when, _, words in self.cues}
        for cue in plan["cues"]:
            self.assertEqual(listed[cue["text"]][0], cue["clip"] + ".wav")
        first = int(plan["cues"][0]["start_s"])
        self.assertEqual(listed[plan["cues"][0]["text"]][1], f"{first // 60}:{first % 60:02}")

    def test_her_recording_is_heard_and_the_missing_ones_are_listed(self):
        welcome = self.cues[0]
        self.record(welcome[0])
        done = film(self.folder / "film.mp4", "--length", "6", "--voice", self.mine, *CACHE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"{len(self.cues) - 1} of {len(self.cues)} cues are not recorded", done.stderr)
        self.assertNotIn(welcome[0], done.stderr)
        for name, _, _, words in self.cues[1:]:
            self.assertIn(f"{name}  {words}", done.stderr)
        log = json.loads((self.folder / "film.json").read_text())
        self.assertEqual(log["cues"][0]["clip"] + ".wav", welcome[0])
        self.assertAlmostEqual(log["cues"][0]["end_s"] - log["cues"][0]["start_s"], 2.6, delta=0.02)  # 50 ms of silence around

    def test_one_that_cannot_be_used_is_one_line(self):
        bad = self.mine / self.cues[3][0]
        for content, word in ((b"this is no sound", "16-bit WAV"), (None, "cannot be read")):
            if content is None:
                bad.unlink()
                bad.mkdir()
            else:
                bad.write_bytes(content)
            done = film(self.folder / "film.mp4", "--length", "2", "--voice", self.mine, *CACHE)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            self.assertIn(word, done.stderr)
            self.assertIn(str(bad), done.stderr)
            self.assertEqual(entries(self.folder), ["mine"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
