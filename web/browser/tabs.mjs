// SPDX-License-Identifier: Apache-2.0
// A Chromium whose tabs can be hidden: playwright makes every page believe that it is looked at, so this one is spoken to
// by itself, in the protocol of its developer tools, over a pipe.
import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumArguments } from "./browser.mjs";

export async function openTabs() {
  const home = await mkdtemp(join(tmpdir(), "supple-"));
  const child = spawn("/usr/bin/chromium", [...chromiumArguments, "--headless", "--remote-debugging-pipe", `--user-data-dir=${home}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((done) => child.once("exit", done));
  const [, , , to, from] = child.stdio;
  const waiting = new Map();
  let asked = 0;
  let rest = "";
  from.setEncoding("utf8").on("data", (more) => {
    const messages = (rest + more).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) waiting.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
  });
  const send = (method, params, sessionId) =>
    new Promise((done) => {
      asked += 1;
      waiting.set(asked, done);
      to.write(`${JSON.stringify({ id: asked, method, params, sessionId })}\0`);
    });

  /** A tab: `run` gives what the function answers in it, `activate` brings it before the others. */
  async function open(url) {
    const { targetId } = await send("Target.createTarget", { url });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    async function run(work, ...values) {
      const expression = `(${work})(...${JSON.stringify(values)})`;
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true, userGesture: true }, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    }
    return { run, activate: () => send("Target.activateTarget", { targetId }) };
  }
  const close = async () => {
    child.kill();
    await ended;
  };
  return { open, close };
}
