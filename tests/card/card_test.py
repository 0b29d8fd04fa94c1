# SPDX-License-Identifier: Apache-2.0
"""`supple card` from outside: card_test.py PROGRAM ROOT EVERY. Cards are read back with poppler and zbar. Where the same is
tried of many files, it is of every first, second … (EVERY) of them."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM, ROOT, EVERY = sys.argv[1], sys.argv[2], int(sys.argv[3])
EXERCISES = sorted(pathlib.Path(ROOT, "library/exercises").glob("*.md"))[::EVERY]
WORKOUTS = sorted(pathlib.Path(ROOT, "library/workouts").glob("*.md"))[::EVERY]
LOW_BACK = pathlib.Path(ROOT, "library/exercises/release-your-low-back.md")
PAGE = "https://example.org/low-back"


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60)


class Card(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.out = self.folder / "card.pdf"

    def make(self, exercise=LOW_BACK, out=None, *options):
        done = run(PROGRAM, "card", exercise, "-o", out or self.out, *options)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_one_page_of_the_paper_that_was_asked_for(self):
        for paper, size in (("a4", "595.276 x 841.89"), ("letter", "612 x 792")):
            self.make(LOW_BACK, self.out, "--paper", paper)
            told = run("pdfinfo", self.out).stdout
            self.assertRegex(told, r"Pages: +1\n")
            self.assertIn(size, told)
            self.assertIn("Release your low back", told)
            self.assertRegex(told, r"Tagged: +yes")

    def test_a_long_workout_goes_over_to_a_second_page(self):
        desk = pathlib.Path(ROOT, "library/workouts/at-the-desk.md")
        self.make(desk)
        told = run("pdfinfo", self.out).stdout
        self.assertRegex(told, r"Pages: +2\n")
        self.assertRegex(told, r"Tagged: +yes")
        pages = [run("pdftotext", "-raw", "-f", page, "-l", page, self.out, "-").stdout for page in (1, 2)]
        steps = [[int(number) for number in re.findall(r"^(\d+)(?: .*)?$", page, re.M)] for page in pages]
        self.assertEqual(steps[0] + steps[1], list(range(1, len(steps[0]) + len(steps[1]) + 1)))
        for place, page in zip(("1/2", "2/2"), pages):
            for words in ("At the desk", place, "Take care", "If anything hurts, stop."):
                self.assertIn(words, page)
        done = run(PROGRAM, "card", desk, "-o", self.folder / "card.svg")
        self.assertEqual(done.returncode, 1)
        self.assertIn(".pdf", done.stderr)

    def test_no_words_stand_on_others_however_long_a_workout_is(self):
        box = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
        for workout in WORKOUTS:
            for paper in ("a4", "letter"):
                with self.subTest(f"{workout.name} {paper}"):
                    self.make(workout, self.out, "--paper", paper, "--address", PAGE)
                    pages = run("pdftotext", "-bbox-layout", self.out, "-").stdout.split("<page ")[1:]
                    for page in pages:
                        lines = [tuple(map(float, found)) for found in box.findall(page)]
                        self.assertGreater(len(lines), 10)
                        for i, (left, top, right, bottom) in enumerate(lines):
                            for x, y, end, low in lines[i + 1:]:
                                across = min(right, end) - max(left, x)
                                deep = min(bottom, low) - max(top, y)
                                self.assertFalse(across > 2 and deep > min(bottom - top, low - y) / 2, f"two lines overlap at {left}, {top} and {x}, {y}")

    def test_fonts_are_embedded(self):
        self.make()
        rows = run("pdffonts", self.out).stdout.splitlines()[2:]
        self.assertTrue(rows)
        for row in rows:
            self.assertRegex(row, r" yes +yes ", "embedded, and only the letters that are used")

    def test_every_exercise_has_its_words_comfort_and_care_on_its_page(self):
        for exercise in EXERCISES:
            with self.subTest(exercise.name):
                self.make(exercise)
                self.assertRegex(run("pdfinfo", self.out).stdout, r"Pages: +1\n")
                text = " ".join(run("pdftotext", "-raw", self.out, "-").stdout.split())
                source = exercise.read_text()
                self.assertIn(re.search(r"^title: (.*)$", source, re.M)[1], text)
                for part in ("Comfort", "Care", "Comodidad", "Cuidado"):
                    section = re.search(rf"^## {part}\n(.*?)(?=^## |\Z)", source, re.M | re.S)
                    for line in section[1].strip().splitlines() if section else []:
                        self.assertIn(re.sub(r"^- \w+: ", "", line), text)
                self.assertIn("no consejo médico" if exercise.name.endswith(".es.md") else "not medical advice", text)

    def test_the_sentences_of_the_exercise_stand_in_their_order_with_their_breath(self):
        self.make()
        text = " ".join(run("pdftotext", "-raw", self.out, "-").stdout.split())
        at = 0
        for words in ("Come onto your hands and knees", "Breathe in Inhale: let your hips travel back", "Centre × 10",
                      "Breathe out Exhale: zip up softly", "Left side × 3", "press your left side up", "press your right side up",
                      "open your chest and grow tall"):
            at = text.find(words, at) if words != "Centre × 10" else (at if words in text else -1)
            self.assertGreaterEqual(at, 0, words)

    def test_the_words_are_black_and_nothing_leaves_the_page(self):
        self.make()
        run("pdftoppm", "-gray", "-r", "60", self.out, self.folder / "page")
        (page,) = self.folder.glob("page*.pgm")
        header, pixels = page.read_bytes().split(b"255\n", 1)
        width, height = map(int, header.split()[1:3])
        rows = [pixels[y * width:(y + 1) * width] for y in range(height)]
        self.assertLess(min(pixels), 60)
        for edge in (rows[0], rows[-1], [row[0] for row in rows], [row[-1] for row in rows]):
            self.assertEqual(min(edge), 255)

    def test_the_code_leads_to_the_page(self):
        self.make(LOW_BACK, self.out, "--address", PAGE)
        run("pdftoppm", "-png", "-r", "150", self.out, self.folder / "page")
        (page,) = self.folder.glob("page*.png")
        self.assertEqual(run("zbarimg", "--quiet", "--raw", page).stdout.strip(), PAGE)
        self.assertIn(PAGE, run("pdfinfo", "-url", self.out).stdout)

    def test_an_address_of_this_computer_is_left_out_in_words(self):
        for address in ("http://127.0.0.1:8080/#/x", "http://localhost/x", "http://[::1]:1/", "file:///x.html", "x")[::EVERY]:
            with self.subTest(address):
                done = run(PROGRAM, "card", LOW_BACK, "-o", self.out, "--address", address)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1)
                self.assertIn("no QR code", done.stderr)
                self.assertIn("instead: --address", done.stderr)
                self.assertNotIn(address, run("pdfinfo", "-url", self.out).stdout)
                run("pdftoppm", "-png", "-r", "150", self.out, self.folder / "page")
                (page,) = self.folder.glob("page*.png")
                self.assertEqual(run("zbarimg", "--quiet", "--raw", page).stdout, "")

    def test_svg_says_what_it_shows(self):
        out = self.folder / "card.svg"
        self.make(LOW_BACK, out)
        root = xml.etree.ElementTree.parse(out).getroot()
        space = "{http://www.w3.org/2000/svg}"
        self.assertEqual(root.find(f"{space}title").text, "Release your low back")
        self.assertIn("round and come forward", root.find(f"{space}desc").text)
        self.assertEqual(root.get("role"), "img")

    def test_what_cannot_be_written_is_one_line_and_leaves_nothing(self):
        for out, code in ((self.folder / "card.png", 2), (self.folder / "none" / "card.pdf", 1)):
            done = run(PROGRAM, "card", LOW_BACK, "-o", out)
            self.assertEqual(done.returncode, code)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1)
            self.assertIn("instead: ", done.stderr)
        self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
