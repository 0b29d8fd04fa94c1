# SPDX-License-Identifier: Apache-2.0
"""What the documents say is so: their commands run, their links lead somewhere."""
import re
import unittest

from repository import ROOT, files, run, short

FENCE = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


class Documents(unittest.TestCase):
    def test_every_command_runs(self):
        blocks = [(path, block) for path in files("README.md", "docs/**/*.md") for block in FENCE.findall(path.read_text())]
        self.assertTrue(blocks)
        for path, block in blocks:
            with self.subTest(f"{short(path)}: {block.strip()}"):
                done = run(["bash", "-euo", "pipefail", "-c", block], text=True)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_every_link_to_a_file_leads_somewhere(self):
        for path in files("README.md", "docs/**/*.md"):
            for target in LINK.findall(FENCED.sub("", path.read_text())):
                with self.subTest(f"{short(path)}: {target}"):
                    self.assertTrue((path.parent / target).exists())

    def test_every_room_has_its_page_and_the_map_leads_to_it(self):
        map_of_documents = (ROOT / "docs/README.md").read_text()
        for room in sorted(path.parent.name for path in files("src/*/CMakeLists.txt")):
            with self.subTest(room):
                self.assertTrue((ROOT / f"docs/{room}.md").is_file())
                self.assertIn(f"({room}.md)", map_of_documents)


if __name__ == "__main__":
    unittest.main()
