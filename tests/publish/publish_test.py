# SPDX-License-Identifier: Apache-2.0
"""`supple publish` from outside: publish_test.py PROGRAM ROOT. The built page is a small one of the test's own."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
import wave
import xml.etree.ElementTree as ElementTree

PROGRAM, ROOT = sys.argv[1:3]
ADDRESS = "https://example.org/supple"
EVIL = "<script>alert(1)</script>\"'&"


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Publish(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # What one test has painted is not painted again in the next.
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.cache = pathlib.Path(folder.name)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.library, self.page, self.site = (self.folder / name for name in ("library", "page", "site"))
        (self.library / "exercises").mkdir(parents=True)
        (self.library / "workouts").mkdir()
        shutil.copy2(pathlib.Path(ROOT, "library/workouts/five-minutes-for-the-low-back.md"), self.library / "workouts")
        for name in ("release-your-low-back", "rock-back", "round-to-flat-and-back"):
            shutil.copy2(pathlib.Path(ROOT, f"library/exercises/{name}.md"), self.library / "exercises")
        shutil.copy2(pathlib.Path(ROOT, "library/site.toml"), self.library)
        for name, text in {"index.html": "<!doctype html>", "icon.svg": "<svg/>", "published/site.css": "", "published/site.js": "",
                           "library/old.md": "old", "clips/index.json": "{}", "host.json": "{}",
                           "worker.js": 'const version = "x";\nconst files = ["index.html", "library/old.md"];\n'}.items():
            (self.page / name).parent.mkdir(parents=True, exist_ok=True)
            (self.page / name).write_text(text)

    def publish(self, *options, library=None, site=None, voice="none", program=PROGRAM, **environment):
        command = [program, "publish", library or self.library, "-o", site or self.site, "--root", self.page, "--voice", voice,
                   "--cache", self.cache, *options]
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=100,
                              env={**os.environ, **environment})

    def published(self, *options, **more):
        done = self.publish(*options, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return tree(more.get("site") or self.site)

    def refused(self, *options, code=1, **more):
        before = tree(self.folder)
        done = self.publish(*options, **more)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(tree(self.folder), before, "nothing has changed")
        return done.stderr

    def test_twice_the_same_bytes(self):
        self.cache = self.folder / "cache"
        first = self.published("--address", ADDRESS, "--cards")
        shutil.rmtree(self.cache)
        self.assertEqual(first, self.published("--address", ADDRESS, "--cards", site=self.folder / "again"))
        self.assertEqual(first, self.published("--address", ADDRESS, "--cards"), "over itself, with what was kept")

    def test_another_build_of_the_program_takes_nothing_that_was_kept(self):
        self.cache = self.folder / "cache"
        first = self.published("--cards")
        for kept in self.cache.glob("*/*"):
            kept.write_bytes(b"as it was kept")
        again = self.published("--cards")
        made = {name for name in first if first[name] != again[name]}
        self.assertTrue(any(name.startswith("pictures/") for name in made) and any(name.startswith("cards/") for name in made), made)
        other = self.folder / "supple"
        shutil.copy(PROGRAM, other)
        self.assertEqual(first, self.published("--cards", program=other))

    def test_what_a_site_holds(self):
        files = self.published("--address", ADDRESS, "--cards")
        for name in ("index.html", "exercises/rock-back/index.html", "exercises/rock-back/embed/index.html", "tags/index.html",
                     "tags/low-back/index.html", "author/index.html", "search/index.html", "search/index.json",
                     "workouts/five-minutes-for-the-low-back/index.html", "feed.xml",
                     "sitemap.xml", "404.html", "pictures/rock-back.png", "pictures/rock-back-night.webp", "cards/rock-back.pdf",
                     "player/index.html", "player/library/rock-back.md", "assets/site.css", "supple-site.txt"):
            self.assertIn(name, files)
        self.assertNotIn("player/library/old.md", files)
        page = files["exercises/rock-back/index.html"].decode()
        self.assertIn(f'<link rel="canonical" href="{ADDRESS}/exercises/rock-back/">', page)
        self.assertIn(f'<meta property="og:image" content="{ADDRESS}/pictures/rock-back.png">', page)
        self.assertIn("education, not medical advice", page)
        self.assertIn("Take care", page)
        link = re.search(r'href="../../player/(#/text/[\w-]+)"', page)[1]
        told = subprocess.run([PROGRAM, "export", link, "--as", "markdown"], capture_output=True, timeout=60)
        self.assertEqual(told.stdout, (self.library / "exercises/rock-back.md").read_bytes())

    def test_the_player_knows_its_own_library_only(self):
        files = self.published()
        listed = json.loads(files["player/library/index.json"])
        self.assertEqual([each["name"] for each in listed], ["release-your-low-back", "rock-back", "round-to-flat-and-back"])
        (workout,) = json.loads(files["player/library/workouts/index.json"])
        self.assertEqual(workout["exercises"], ["rock-back", "round-to-flat-and-back"])
        worker = files["player/worker.js"].decode()
        taken = json.loads(re.search(r"const files = (\[.*\]);", worker)[1])
        self.assertEqual(sorted(taken), ["host.json", "icon.svg", "index.html", "library/index.json",
                                         "library/release-your-low-back.md", "library/rock-back.md",
                                         "library/round-to-flat-and-back.md", "library/workouts/five-minutes-for-the-low-back.md",
                                         "library/workouts/index.json"])
        for name in taken:
            self.assertIn(f"player/{name}", files)
        version = re.search(r'const version = "(\w+)"', worker)[1]
        text = self.library / "exercises/rock-back.md"
        text.write_text(text.read_text().replace("title: ", "title: My "))
        self.assertNotIn(version, self.published()["player/worker.js"].decode(), "another text is another version")

    def translate(self):
        for name in ("exercises/release-your-low-back", "exercises/round-to-flat-and-back", "exercises/rock-back", "workouts/five-minutes-for-the-low-back"):
            shutil.copy2(pathlib.Path(ROOT, f"library/{name}.es.md"), self.library / f"{name}.es.md")
        shutil.copy2(pathlib.Path(ROOT, "library/site.es.toml"), self.library)
        (self.page / "library/language.es.json").write_text('{"code": "es"}')

    def test_what_is_translated_has_pages_of_its_own(self):
        self.translate()
        files = self.published("--address", ADDRESS, "--cards")
        page = files["es/exercises/rock-back/index.html"].decode()
        for part in ('<html lang="es">', "Ten cuidado", "no consejo médico", f'rel="canonical" href="{ADDRESS}/es/exercises/rock-back/"',
                     f'hreflang="en" href="{ADDRESS}/exercises/rock-back/"', 'href="../../../cards/rock-back.es.pdf"'):
            self.assertIn(part, page)
        self.assertNotIn("#/text/", page)  # a translation cannot be read without its original
        self.assertIn(f'hreflang="es" href="{ADDRESS}/es/exercises/rock-back/"', files["exercises/rock-back/index.html"].decode())
        self.assertIn('inLanguage":"es"', page)
        for name in ("es/index.html", "es/search/index.json", "es/feed.xml", "es/tags/espalda-baja/index.html", "cards/rock-back.es.pdf",
                     "es/workouts/five-minutes-for-the-low-back/embed/index.html"):
            self.assertIn(name, files)
        self.assertIn(f"{ADDRESS}/es/exercises/rock-back/", files["sitemap.xml"].decode())
        (first, *_) = json.loads(files["player/library/index.es.json"])
        self.assertEqual((first["language"], first["title"]), ("es", "Suelta la espalda baja"))
        taken = json.loads(re.search(r"const files = (\[.*\]);", files["player/worker.js"].decode())[1])
        for name in ("library/rock-back.es.md", "library/language.es.json", "library/index.es.json", "library/workouts/five-minutes-for-the-low-back.es.md"):
            self.assertIn(name, taken)
            self.assertIn(f"player/{name}", files)
        self.assertEqual(json.loads(files["player/host.json"])["sites"], {"es": "../es/"})
        self.links_lead_somewhere(files)

    def test_what_is_not_translated_stays_english(self):
        self.translate()
        (self.library / "workouts/five-minutes-for-the-low-back.es.md").unlink()
        (self.library / "exercises/rock-back.es.md").unlink()
        files = self.published()
        self.assertNotIn("es/exercises/rock-back/index.html", files)
        self.assertEqual([(each["name"], each["language"]) for each in json.loads(files["player/library/index.es.json"])],
                         [("release-your-low-back", "es"), ("rock-back", "en"), ("round-to-flat-and-back", "es")])
        self.links_lead_somewhere(files)

    def test_a_wrong_translation_is_told_with_file_and_line(self):
        self.translate()
        text = self.library / "exercises/rock-back.es.md"
        whole = text.read_text()
        text.write_text(whole.replace("Inhala:", "Exhala:", 1))
        self.assertRegex(self.refused(), r"rock-back\.es\.md:\d+:\d+: error: ")
        text.write_text(whole)
        text.rename(self.library / "exercises/rock-forth.es.md")
        self.assertRegex(self.refused(), r"rock-forth\.es\.md:1:1: error: there is no exercise \"rock-forth\"")

    def test_the_clips_of_what_the_player_does_not_list_stand_in_lists_of_their_own(self):
        text = (self.library / "exercises/rock-back.md").read_text()
        for i in range(60):
            (self.library / f"exercises/a-{i:02}.md").write_text(text)
        (self.library / "exercises/z.md").write_text(text.replace("## Finish\n", "## Finish\nExhale: soften your shoulders and your jaw.\n"))
        voice, sound = self.folder / "voice", self.folder / "sound.wav"
        with wave.open(str(sound), "wb") as out:
            out.setparams((1, 2, 8000, 800, "NONE", ""))
            out.writeframes(b"".join((i % 50 * 400).to_bytes(2, "little") for i in range(800)))
        voice.write_text(f"#!/bin/sh\ncat >/dev/null\nexec cat '{sound}'\n")
        voice.chmod(0o755)
        files = self.published("--no-pictures", voice=voice)
        whole, own = (json.loads(files[f"player/clips/{name}.json"])["clips"] for name in ("index", "of/z"))
        self.assertTrue(set(own) - set(whole), "what only it says is not in the list of all")
        self.assertTrue(set(own) & set(whole))
        for name in own:
            self.assertIn(f"player/clips/{name}.wav", files)
        self.assertNotIn("player/clips/of/a-00.json", files)

    def test_feed_and_sitemap(self):
        files = self.published("--address", ADDRESS, SOURCE_DATE_EPOCH="1800000000")
        atom = "{http://www.w3.org/2005/Atom}"
        feed = ElementTree.fromstring(files["feed.xml"])
        self.assertEqual([entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")],
                         [f"{ADDRESS}/exercises/{name}/" for name in ("release-your-low-back", "rock-back", "round-to-flat-and-back")]
                         + [f"{ADDRESS}/workouts/five-minutes-for-the-low-back/"])
        self.assertEqual({node.text for node in feed.iter(f"{atom}updated")}, {"2027-01-15T08:00:00Z"})
        self.assertTrue(feed.findtext(f"{atom}author/{atom}name"))
        listed = [node.text for node in ElementTree.fromstring(files["sitemap.xml"]).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
        for address in listed:
            self.assertIn(address.removeprefix(f"{ADDRESS}/") + "index.html", files)
        self.assertEqual(len(listed), len(set(listed)))
        self.assertIn(f"{ADDRESS}/exercises/rock-back/", listed)

    def test_without_an_address_nothing_claims_one(self):
        files = self.published()
        self.assertFalse({"feed.xml", "sitemap.xml", "404.html"} & set(files))
        self.assertNotIn(b"canonical", files["index.html"])

    def test_every_link_within_the_site_leads_somewhere(self):
        self.links_lead_somewhere(self.published("--address", ADDRESS, "--cards"))

    def links_lead_somewhere(self, files):
        checked = 0
        for name, bytes in files.items():
            if not name.endswith(".html") or name.startswith("player/") or name == "404.html":
                continue
            for target in re.findall(r'(?:href|src|srcset)="([^"]*)"', bytes.decode()):
                if target.startswith(("http", "#")):
                    continue
                path = os.path.normpath(os.path.join(os.path.dirname(name), re.sub(r"[?#].*", "", target)))
                path = os.path.join(path, "index.html") if re.sub(r"[?#].*", "", target).endswith("/") else path
                self.assertIn(os.path.normpath(path), files, f"{name} leads to {target}")
                checked += 1
        self.assertGreater(checked, 100)

    def test_what_cannot_be_published_is_told_with_file_and_line(self):
        self.published()
        wrong = {
            "floop.md": ("---\ntitle: Floop\n---\n## Rounds × 4\nExhale: hold your breath and floop the glorp.\n", r"floop\.md:5:\d+: error: "),
            "article.md": ("Round your spine.\n", r"article\.md:1:1: error: "),
            "Not a name.md": ("---\ntitle: x\n---\n", r"Not a name\.md:1:1: error: .*instead: "),
        }
        for name, (text, told) in wrong.items():
            (self.library / "exercises" / name).write_text(text)
            self.assertRegex(self.refused(), told)
            (self.library / "exercises" / name).unlink()
        (self.library / "exercises/order.txt").write_text("rock-back\nrock-forth\n")
        self.assertRegex(self.refused(), r"order\.txt:2:1: error: ")
        (self.library / "exercises/order.txt").unlink()
        workout = self.library / "workouts/mine.md"
        workout.write_text("---\ntitle: Mine\n---\n\n- [Rock](../exercises/rock-forth.md)\n")
        self.assertRegex(self.refused(), r"mine\.md:5:\d+: error: ")
        workout.unlink()
        for text, told in (("title = 3\n", r"site\.toml:1:\d+: error: "), ("title = \n", r"site\.toml:1:\d+: error: "),
                           ("a = 'b'\n", "title"), ("[author]\nlink = 'javascript:alert(1)'\n", r"site\.toml:2:\d+: error: .*https")):
            (self.library / "site.toml").write_text(text)
            self.assertRegex(self.refused(), told)
        self.assertIn("holds no exercise", self.refused(library=self.folder / "nowhere"))

    def test_nothing_from_outside_the_library_is_published(self):
        secret = self.folder / "secret.md"
        secret.write_text((self.library / "exercises/rock-back.md").read_text())
        (self.library / "exercises/stolen.md").symlink_to(secret)
        self.assertIn("stolen.md: cannot be read", self.refused())

    def test_texts_become_no_tags(self):
        text = self.library / "exercises/rock-back.md"
        text.write_text(re.sub(r"title: .*\ntags: .*", lambda _: f"title: {EVIL}\ntags: [{EVIL}, ../../up]", text.read_text()))
        (self.library / "site.toml").write_text(f"title = '''{EVIL}'''\n[author]\nname = '''{EVIL}'''\n")
        files = self.published("--address", ADDRESS)
        for name, bytes in files.items():
            if name.endswith((".html", ".xml")) and not name.startswith("player/"):
                self.assertNotIn(b"<script>", bytes, name)
        ElementTree.fromstring(files["feed.xml"])
        self.assertIn("tags/up/index.html", files)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"library", "page", "site"})

    def test_a_folder_of_somebody_else_is_left_alone(self):
        self.site.mkdir()
        (self.site / "letter.txt").write_text("mine")
        self.assertIn("instead: a new name", self.refused())
        self.assertIn("instead", self.refused(site=self.library))

    def test_an_address_must_be_one(self):
        for address in ("example.org", "javascript:alert(1)", "https://example.org/?a", "https://exa mple.org", "https://example.org/#x"):
            self.assertIn("instead: one such as https://", self.refused("--address", address, code=2))

    def test_a_page_of_another_program_is_no_player(self):
        shutil.rmtree(self.page / "published")
        self.assertIn("instead: build it once more", self.refused())

    def test_interrupted_it_leaves_nothing(self):
        for i in range(40):
            shutil.copy2(self.library / "exercises/rock-back.md", self.library / f"exercises/rock-{i}.md")
        command = [PROGRAM, "publish", self.library, "-o", self.site, "--root", self.page, "--voice", "none", "--cache", self.folder / "new"]
        running = subprocess.Popen([str(word) for word in command], stderr=subprocess.PIPE, text=True)
        while not list(self.folder.glob(".site.publishing-*/pictures/*")):  # it is under way
            self.assertIsNone(running.poll())
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
        self.assertEqual((running.returncode, told.splitlines()[-1]), (1, "supple: stopped; the site is as it was before"))
        self.assertFalse(self.site.exists())
        self.assertFalse(list(self.folder.glob(".site*")))

    def test_films_are_taken_as_they_were_made(self):
        films = self.folder / "films"
        films.mkdir()
        (films / "rock-back.mp4").write_bytes(b"film")
        (films / "someone-else.mp4").write_bytes(b"film")
        files = self.published("--films", films)
        self.assertEqual(files["films/rock-back.mp4"], b"film")
        self.assertIn(b'href="../../films/rock-back.mp4" download', files["exercises/rock-back/index.html"])
        self.assertNotIn("films/someone-else.mp4", files)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
