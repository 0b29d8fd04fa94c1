// SPDX-License-Identifier: Apache-2.0
// A Chromium of our own that keeps its data in `home`, and can be killed (SIGKILL) with all its processes.
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumArguments } from "./browser.mjs";

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
