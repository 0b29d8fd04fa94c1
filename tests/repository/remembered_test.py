# SPDX-License-Identifier: Apache-2.0
"""What `./test` remembers: a stage that has passed is not run again until something changes. In a repository of its own that has
one stage."""
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from repository import ROOT


class Remembered(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "scripts").mkdir()
        for name in (".clang-format", "packages.txt", "scripts/setup.sh", "scripts/tally.awk"):
            shutil.copy(ROOT / name, self.root / name)
        text = (ROOT / "test").read_text()
        (self.root / "test").write_text(re.sub(r"(?m)^stages=.*$", "stages=(format)", text))
        (self.root / "test").chmod(0o755)
        (self.root / ".gitignore").write_text("/build/\n")
        self.write("int a;\n")
        subprocess.run(["git", "init", "--quiet"], cwd=self.root, check=True)
        subprocess.run(["git", "add", "."], cwd=self.root, check=True)

    def write(self, text):
        (self.root / "a.cpp").write_text(text)

    def outcome(self, *words, code=0):
        done = subprocess.run([self.root / "test", *words], cwd=self.root, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout

    def test_what_has_passed_is_not_run_again_until_something_changes(self):
        self.assertRegex(self.outcome(), r"format +1 passed +0 failed +\d+ s\n1 passed, 0 failed\n")
        self.assertRegex(self.outcome(), r"format +1 passed +0 failed +as before: nothing has changed since\n1 passed, 0 failed\n")
        self.write("int  b;\n")
        self.assertRegex(self.outcome(code=1), r"format +0 passed +1 failed")
        self.assertRegex(self.outcome(code=1), r"format +0 passed +1 failed")
        self.write("int a;\n")
        self.assertNotIn("as before", self.outcome())
        self.assertIn("as before", self.outcome())
        (self.root / "new.txt").write_text("")
        self.assertNotIn("as before", self.outcome())

    def test_it_is_run_again_when_asked_for(self):
        self.outcome()
        self.assertNotIn("as before", self.outcome("--again"))
        self.assertNotIn("as before", self.outcome("format"))


if __name__ == "__main__":
    unittest.main()
