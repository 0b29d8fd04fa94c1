# SPDX-License-Identifier: Apache-2.0
"""The diary behind `supple serve`, from outside: diary_test.py PROGRAM. Who may change it, and what a kill leaves of it."""
import http.client
import json
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM = sys.argv[1]
NOTHING = {"clear": False, "put": {}, "remove": [], "expect": {}}


class Serving:
    def __init__(self, folder):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--voice", "none", "--root", folder, "--diary", f"{folder}/her/diary.sqlite"],
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.port = int(re.search(r":(\d+)$", self.process.stdout.readline())[1])

    def ask(self, method, target, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/json"}
        connection.request(method, target, body, own if headers is None else headers)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        return answer.status, said

    def change(self, **changes):
        return self.ask("POST", "/diary/changes.json", json.dumps({**NOTHING, **changes}))[0]

    def entries(self):
        status, said = self.ask("GET", "/diary/entries.json")
        assert status == 200, said
        return json.loads(said)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


class Diary(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = scratch.name
        pathlib.Path(self.folder, "index.html").write_text("<title>Supple</title>")

    def test_what_is_changed_is_there_after_a_restart(self):
        with Serving(self.folder) as server:
            self.assertEqual(json.loads(server.ask("GET", "/host.json")[1])["diary"], "server")
            self.assertEqual(server.change(put={"a": "one é", "b": "two"}), 204)
            self.assertEqual(server.change(remove=["b"], expect={"lock": None}), 204)
            self.assertEqual(server.change(clear=True, expect={"lock": "x"}), 409)
        with Serving(self.folder) as server:
            self.assertEqual(server.entries(), {"a": "one é"})
            self.assertEqual(server.ask("POST", "/diary/destroy.json", "{}")[0], 204)
            self.assertEqual(list(pathlib.Path(self.folder, "her").iterdir()), [])

    def test_nobody_else_may_change_it(self):
        with Serving(self.folder) as server:
            body = json.dumps({**NOTHING, "put": {"a": "b"}})
            own = f"http://127.0.0.1:{server.port}"
            kind = {"Content-Type": "application/json"}
            foreign = [
                ({"Origin": "http://elsewhere.example", **kind}, 403), ({"Origin": "null", **kind}, 403), (kind, 403),
                ({"Origin": f"http://127.0.0.1:{server.port + 1}", **kind}, 403),
                ({"Origin": "http://elsewhere.example", "Host": "elsewhere.example", **kind}, 403),
                ({"Origin": own, "Content-Type": "text/plain"}, 415), ({"Origin": own}, 415)]
            for headers, status in foreign:
                with self.subTest(headers):
                    self.assertEqual(server.ask("POST", "/diary/changes.json", body, headers)[0], status)
            self.assertEqual(server.ask("POST", "/index.html", body)[0], 405)
            self.assertEqual(server.ask("PUT", "/diary/changes.json", body)[0], 405)
            self.assertEqual(server.entries(), {})

    def test_a_body_of_another_form_changes_nothing(self):
        with Serving(self.folder) as server:
            for body in ["", "{", "[]", "{}", '{"clear":1,"put":{},"remove":[],"expect":{}}',
                         json.dumps({**NOTHING, "put": {"a": 1}}), json.dumps({**NOTHING, "remove": [None]}),
                         json.dumps({**NOTHING, "expect": {"lock": 1}}), "[" * 100_000]:
                with self.subTest(body[:60]):
                    self.assertEqual(server.ask("POST", "/diary/changes.json", body)[0], 400)
            self.assertEqual(server.entries(), {})

    def test_killed_at_any_moment_nothing_confirmed_is_lost_and_nothing_is_there_by_half(self):
        confirmed = set()
        for round_ in range(12):
            with Serving(self.folder) as server:
                groups = {}
                for name in server.entries():
                    groups.setdefault(name.rsplit("-", 1)[0], []).append(name)
                self.assertTrue(confirmed <= groups.keys(), "a confirmed entry is lost")
                self.assertTrue(all(len(names) == 20 for names in groups.values()), "a change is there by half")
                killer = threading.Timer(0.02 + random.random() * 0.3, server.process.send_signal, [signal.SIGKILL])
                killer.start()
                try:
                    for i in range(10_000):
                        group = f"{round_}-{i}"
                        if server.change(put={f"{group}-{each}": "x" * 500 for each in range(20)}) == 204:
                            confirmed.add(group)
                except OSError:
                    pass
                except http.client.HTTPException:
                    pass
                killer.join()
                time.sleep(0.01)
        self.assertGreater(len(confirmed), 12)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
