// SPDX-License-Identifier: Apache-2.0
// node browser/run.mjs [FILE…]: the tests in a real browser, two files at a time. Two browsers that paint in software can starve each
// other on a small machine, so a test that fails is tried once more, alone: it counts as that second try ends, and both are shown.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** A file takes a minute, or three on a busy machine: one that takes longer hangs. */
const longest_ms = 600_000;

/** These take longest: they begin first, so that none is left alone at the end. */
const long = ["stop", "publish", "comfort", "shout", "locked", "access", "diary"].map((name) => `${name}.test.mjs`);

/** The exit code and what was said; of all tests, or of those of these names. */
function tried(file, names = []) {
  return new Promise((done) => {
    const only = names.map((name) => `--test-name-pattern=^${name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`);
    const child = spawn(process.execPath, ["--test", "--test-reporter=tap", ...only, file], { stdio: ["ignore", "pipe", "pipe"], timeout: longest_ms });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("close", (code) => done({ code, said, passed: Number(/^# pass (\d+)$/m.exec(said)?.[1] ?? 0) }));
  });
}

/** The names of the tests of a file that failed; none where it ended before it could tell. */
function failedIn(said, file) {
  const names = [...said.matchAll(/^ *not ok \d+ - (.*)\n *---\n([^]*?)\n *\.\.\.$/gm)]
    .filter(([, , about]) => !about.includes("type: 'suite'"))
    .map(([, name]) => name.replace(/\\([\\#])/g, "$1"));
  return names.some((name) => name.endsWith(basename(file))) ? [] : names;
}

async function together(files) {
  const waiting = [...files];
  const failed = [];
  const next = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { code, said, passed } = await tried(file);
      if (code === 0) {
        process.stdout.write(said);
        continue;
      }
      const names = failedIn(said, file);
      failed.push({ file, names });
      // Set in, so that nobody adds up its closing lines; what passed is not tried again, and counts.
      console.log(`${basename(file)} failed beside another, and is tried once more:\n${said.replace(/^/gm, "  | ")}`);
      if (names.length > 0) console.log(`# pass ${passed}`);
    }
  };
  await Promise.all([next(), next()]);
  return failed;
}

const named = process.argv.slice(2);
const short = (await readdir(here)).filter((name) => name.endsWith(".test.mjs") && !long.includes(name));
const all = [...long, ...short].map((name) => join(here, name));
let failures = 0;
for (const { file, names } of await together(named.length > 0 ? named : all)) {
  const { code, said, passed } = await tried(file, names);
  process.stdout.write(said);
  failures += code === 0 && passed >= names.length && passed > 0 ? 0 : 1;
}
process.exitCode = failures > 0 ? 1 : 0;
