// SPDX-License-Identifier: Apache-2.0
// Without a network, with a newer version, and with no room left.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { fileOf, led, someWeeks, toKeep } from "./diary_of.mjs";
import { listen, untilItSounds } from "./ears.mjs";
import { dist, staticSite, suppleSite } from "./site.mjs";
import { toSession, toTheEnd } from "./way.mjs";

const ready = (page) => page.getByText("Supple now works without a network.").waitFor();
const home = (page) => page.getByRole("heading", { name: "A slow wave for your low back" }).waitFor();

describe("anywhere", () => {
  let browser;
  let folder;
  before(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), "supple-"));
    await cp(dist, folder, { recursive: true });
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("works without a network after the first visit, session and diary too", async () => {
    const site = await staticSite();
    const { page, faults } = await openPage(browser, site, { worker: true });
    await ready(page);
    site.close();
    await page.goto(site.url);
    await home(page);
    await toSession(page, { pain: 4 });
    await toTheEnd(page);
    await page.locator(".scale button").nth(2).click();
    await page.getByText("Kept in your diary.").waitFor();
    await toKeep2(page);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /PDF/ }).click()]);
    assert.match(file.suggestedFilename(), /\.pdf$/);
    assert.deepEqual(faults.filter((fault) => !/Failed to load resource|ERR_CONNECTION_REFUSED/.test(fault)), []);
    await page.context().close();
  });

  test("has its voice without a network too, once a session was led by it", async () => {
    const site = await suppleSite();
    const { page, faults } = await openPage(browser, site, { worker: true, prepare: listen });
    await ready(page);
    await page.reload(); // from now on the worker answers
    await toSession(page);
    await toTheEnd(page);
    const gone = new Promise((done) => site.process.once("exit", done));
    site.process.kill("SIGKILL");
    await gone;
    await page.goto(site.url);
    await home(page);
    await toSession(page);
    await page.locator(".cue", { hasText: "You will hear everything" }).waitFor();
    assert.equal(await page.getByText(/No voice here|Part of this has no voice/).count(), 0);
    await untilItSounds(page);
    assert.deepEqual(faults.filter((fault) => !/Failed to load resource|ERR_CONNECTION_REFUSED/.test(fault)), []);
    await page.context().close();
  });

  /** From a screen that has no head of its own. */
  async function toKeep2(page) {
    await page.getByRole("link", { name: "Done" }).click();
    await toKeep(page);
  }

  test("a newer version leaves a session alone, and comes when she asks for it", async () => {
    const site = await staticSite({ folder });
    const { page, faults } = await openPage(browser, site, { worker: true, speed: 20 });
    await ready(page);
    await toSession(page, { pain: 4 });
    let loads = 0;
    page.on("load", () => (loads += 1));
    const index = await readFile(join(folder, "index.html"), "utf8");
    await writeFile(join(folder, "index.html"), index.replace("<title>Supple</title>", '<title>Supple</title><meta name="newer" content="yes">'));
    const worker = await readFile(join(folder, "worker.js"), "utf8");
    await writeFile(join(folder, "worker.js"), worker.replace(/version = "\w+"/, 'version = "newer"'));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await toTheEnd(page);
    assert.equal(loads, 0, "the session was disturbed");
    await page.getByRole("link", { name: "Done" }).click();
    await page.getByText("A newer Supple is here.").waitFor();
    await page.getByRole("button", { name: "Load it" }).click();
    await page.locator('meta[name="newer"]').waitFor({ state: "attached" });
    await home(page);
    await page.getByRole("link", { name: "Diary", exact: true }).click();
    await page.locator(".entries li").first().waitFor();
    site.close();
    await page.reload(); // the newer one, whole, without a network
    await page.locator(".entries li").first().waitFor();
    assert.equal(await page.locator('meta[name="newer"]').count(), 1);
    assert.deepEqual(faults.filter((fault) => !/Failed to load resource|ERR_CONNECTION_REFUSED/.test(fault)), []);
    await page.context().close();
  });

  test("says so where there is no room, and works on", async () => {
    const site = await staticSite();
    const context = await browser.newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const room = (bytes) => devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.url).origin, quotaSize: bytes });
    await room(20_000);
    await page.goto(site.url);
    await page.getByText("There is too little room on this device to keep Supple").waitFor();
    await toKeep(page);
    const field = page.getByLabel("Choose a file");
    await room(20_000);
    await field.setInputFiles(fileOf(someWeeks(200)));
    await page.getByText("There is no room left on this device, so this was not kept.").waitFor();
    await room(100_000_000);
    await field.setInputFiles(fileOf([led(1, 5, 3)]));
    await page.getByText("One entry was brought back.").waitFor();
    await context.close();
    site.close();
  });
});
