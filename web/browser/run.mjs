// SPDX-License-Identifier: Apache-2.0
// node browser/run.mjs [FILE…]: the tests in a real browser, two files at a time. Two browsers that paint in software can starve each
// other on a small machine, so a file that fails is tried once more, alone: it counts as that second try ends, and both are shown.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** A file takes a minute, or three on a busy machine: one that takes longer hangs. */
const longest_ms = 600_000;

/** These take a minute and more: they begin first, so that none is left alone at the end. */
const long = ["stop", "publish", "figure", "comfort", "shout", "locked", "diary"].map((name) => `${name}.test.mjs`);

/** The exit code and what was said. */
function tried(file) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--test", "--test-reporter=tap", file], { stdio: ["ignore", "pipe", "pipe"], timeout: longest_ms });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("close", (code) => done({ code, said }));
  });
}

async function together(files) {
  const waiting = [...files];
  const failed = [];
  const next = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { code, said } = await tried(file);
      if (code === 0) process.stdout.write(said);
      else failed.push(file);
      // Set in, so that nobody adds up its closing lines.
      if (code !== 0) console.log(`${basename(file)} failed beside another, and is tried once more:\n${said.replace(/^/gm, "  | ")}`);
    }
  };
  await Promise.all([next(), next()]);
  return failed;
}

const named = process.argv.slice(2);
const short = (await readdir(here)).filter((name) => name.endsWith(".test.mjs") && !long.includes(name));
const all = [...long, ...short].map((name) => join(here, name));
let failures = 0;
for (const file of await together(named.length > 0 ? named : all)) {
  const { code, said } = await tried(file);
  process.stdout.write(said);
  failures += code === 0 ? 0 : 1;
}
process.exitCode = failures > 0 ? 1 : 0;
