# SPDX-License-Identifier: Apache-2.0
"""Every source names its licence, is short enough to be read, and knows only the rooms that it may know."""
import re
import unittest

from repository import ROOT, files, short

SOURCES = ["**/*.cpp", "**/*.h", "**/*.ts", "**/*.tsx", "**/*.mjs", "**/*.css", "**/*.py", "**/*.sh", "**/*.awk",
           "**/*.cmake", "**/CMakeLists.txt", "run", "test", ".ci/run"]
MOST_LINES = 500


class Sources(unittest.TestCase):
    def test_every_source_names_its_licence(self):
        for path in files(*SOURCES):
            head = "\n".join(path.read_text().splitlines()[:3])
            with self.subTest(short(path)):
                self.assertIn("SPDX-License-Identifier: Apache-2.0", head)

    def test_no_source_is_longer_than_can_be_read(self):
        for path in files(*SOURCES):
            with self.subTest(short(path)):
                self.assertLessEqual(len(path.read_text().splitlines()), MOST_LINES)

    def test_nothing_names_a_path_of_one_machine(self):
        machine = re.compile("(?<![\\w.])/" + "(work|tmp|root|home/[a-z]+)/")
        for path in files("**"):
            for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
                with self.subTest(f"{short(path)}:{number}"):
                    self.assertIsNone(machine.search(line), line)

    def test_there_is_no_work_left_over_in_a_source(self):
        left_over = re.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b")
        for path in files(*SOURCES):
            with self.subTest(short(path)):
                self.assertIsNone(left_over.search(path.read_text()))


class Rooms(unittest.TestCase):
    """The rooms stand one on another: CMake says which room knows which, and the includes keep to it."""

    def setUp(self):
        self.knows = {}
        for path in files("src/*/CMakeLists.txt"):
            room = path.parent.name
            declared = re.search(r"KNOWS ([\w\s]*)\)", path.read_text())
            linked = re.findall(r"\bsupple_(\w+)", " ".join(re.findall(r"target_link_libraries\(supple .*?\)",
                                                                      path.read_text(), re.S)))
            self.knows[room] = set(declared[1].split() if declared else linked) - {"room"}

    def reached(self, room):
        known = set()
        ahead = [room]
        while ahead:
            at = ahead.pop()
            if at not in known:
                known.add(at)
                ahead += self.knows[at]
        return known

    def test_a_room_knows_only_rooms_below_it(self):
        order = re.search(r"SUPPLE_CORE_ROOMS ([\w ]+)\)", (ROOT / "CMakeLists.txt").read_text())[1].split()
        order += ["diary", "exchange", "studio", "film", "card", "publish", "cli"]
        self.assertEqual(sorted(order), sorted(self.knows))
        for room, known in self.knows.items():
            for other in known:
                with self.subTest(f"{room} knows {other}"):
                    self.assertLess(order.index(other), order.index(room))

    def test_a_file_includes_only_what_its_room_knows(self):
        for path in files("src/**/*.cpp", "src/**/*.h"):
            reached = self.reached(path.relative_to(ROOT / "src").parts[0])
            for other in re.findall(r'^#include "(\w+)/', path.read_text(), re.M):
                with self.subTest(f"{short(path)} includes {other}/"):
                    self.assertIn(other, reached)


if __name__ == "__main__":
    unittest.main()
