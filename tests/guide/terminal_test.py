# SPDX-License-Identifier: Apache-2.0
"""`supple guide` at a terminal and without one: its keys, and a terminal that is as it was however it is left.

    terminal_test.py PROGRAM EXERCISE
"""
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
import unittest

PROGRAM, EXERCISE = sys.argv[1:3]
LOCAL_FLAGS = 3


class Terminal:
    """The program at a terminal of its own."""

    def __init__(self, *arguments):
        self.master, self.slave = pty.openpty()
        self.before = termios.tcgetattr(self.slave)
        self.program = subprocess.Popen([PROGRAM, "guide", EXERCISE, *arguments], stdin=self.slave, stdout=self.slave,
                                        stderr=self.slave, start_new_session=True)
        self.shown = ""

    def takes_single_keys(self):
        return not termios.tcgetattr(self.slave)[LOCAL_FLAGS] & (termios.ICANON | termios.ECHO)

    def is_as_before(self):
        return termios.tcgetattr(self.slave) == self.before

    def read(self):
        while select.select([self.master], [], [], 0.01)[0]:
            self.shown += os.read(self.master, 65536).decode(errors="replace")

    def wait_until(self, condition, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError("waited in vain; shown so far:\n" + self.shown[-2000:])
            self.read()

    def wait_for(self, words):
        self.wait_until(lambda: words in self.shown)

    def press(self, key):
        self.wait_until(self.takes_single_keys)
        os.write(self.master, key.encode())

    def ended(self):
        self.wait_until(lambda: self.program.poll() is not None)
        self.read()
        return self.program.returncode

    def close(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        os.close(self.master)
        os.close(self.slave)


class AtATerminal(unittest.TestCase):
    def start(self, *arguments):
        terminal = Terminal(*arguments)
        self.addCleanup(terminal.close)
        return terminal

    def test_s_stops_and_offers_rest(self):
        terminal = self.start()
        terminal.press("s")
        self.assertEqual(terminal.ended(), 0)
        self.assertIn("Stopped. Rest any way you", terminal.shown)
        self.assertTrue(terminal.is_as_before())

    def test_p_pauses_and_goes_on(self):
        terminal = self.start()
        terminal.press("p")
        terminal.wait_for("p go on")
        terminal.shown = ""
        terminal.press("p")
        terminal.wait_for("p pause")

    def test_plus_and_minus_change_the_pace(self):
        terminal = self.start()
        terminal.press("+")
        terminal.wait_for("pace 6.5")
        terminal.press("-")
        terminal.press("-")
        terminal.wait_for("pace 5.5")

    def test_n_goes_to_the_next_part(self):
        terminal = self.start()
        terminal.wait_for("Get ready")
        terminal.press("n")
        terminal.wait_for("Teaching round")

    def test_q_leaves(self):
        terminal = self.start()
        terminal.press("q")
        self.assertEqual(terminal.ended(), 0)
        self.assertTrue(terminal.is_as_before())

    def test_the_end_leaves_the_terminal_as_it_was(self):
        terminal = self.start("--speed", "1000")
        self.assertEqual(terminal.ended(), 0)
        self.assertTrue(terminal.is_as_before())

    def test_every_signal_that_ends_it_leaves_the_terminal_as_it_was(self):
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            with self.subTest(ending.name):
                terminal = self.start()
                terminal.wait_until(terminal.takes_single_keys)
                terminal.program.send_signal(ending)
                self.assertEqual(terminal.ended(), -ending)
                self.assertTrue(terminal.is_as_before())

    def test_in_the_background_the_terminal_is_as_it_was(self):
        terminal = self.start()
        terminal.wait_until(terminal.takes_single_keys)
        terminal.program.send_signal(signal.SIGTSTP)
        terminal.wait_until(terminal.is_as_before)
        terminal.program.send_signal(signal.SIGCONT)
        terminal.wait_until(terminal.takes_single_keys)
        terminal.press("q")
        self.assertEqual(terminal.ended(), 0)


class WithoutATerminal(unittest.TestCase):
    def guide(self, *arguments, keys=""):
        return subprocess.run([PROGRAM, "guide", EXERCISE, *arguments], input=keys, capture_output=True, text=True,
                              timeout=60)

    def test_it_leads_to_the_end_and_prints_a_line_a_cue(self):
        done = self.guide("--speed", "1000")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("(finished)", done.stdout.splitlines()[-1])
        self.assertIn("You will hear everything", done.stdout)
        self.assertNotIn("\x1b", done.stdout)

    def test_it_takes_keys_from_a_pipe(self):
        done = self.guide(keys="s\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("(stopped)", done.stdout)
        self.assertIn("Stopped. Rest any way you like", done.stdout.splitlines()[-1])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
