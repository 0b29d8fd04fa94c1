// SPDX-License-Identifier: Apache-2.0
// A Chromium of our own that keeps its data in `home`, and can be killed (SIGKILL) with all its processes.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { chromiumArguments } from "./browser.mjs";
import { staticSite } from "./site.mjs";

/** For all tests of a file: a host of files, and a home for browsers; there when the tests begin. */
export function siteAndHome() {
  const held = {};
  before(async () => {
    [held.site, held.home] = await Promise.all([staticSite(), mkdtemp(join(tmpdir(), "supple-"))]);
  });
  after(async () => {
    held.site.close();
    await rm(held.home, { recursive: true, force: true });
  });
  return held;
}

export async function openKillable(home) {
  await rm(join(home, "DevToolsActivePort"), { force: true });
  const child = spawn("/usr/bin/chromium", [...chromiumArguments, "--headless", "--remote-debugging-port=0", `--user-data-dir=${home}`], { detached: true, stdio: "ignore" });
  const ended = new Promise((done) => child.once("exit", done));
  for (let tries = 0; tries < 200; tries += 1) {
    const port = await readFile(join(home, "DevToolsActivePort"), "utf8").catch(() => "");
    if (/^\d+\n/.test(port)) {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port.split("\n")[0]}`);
      const page = await browser.contexts()[0].newPage();
      const kill = async () => {
        process.kill(-child.pid, "SIGKILL");
        await ended;
        await browser.close().catch(() => undefined);
      };
      return { page, kill };
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("Chromium did not start");
}
