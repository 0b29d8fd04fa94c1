// SPDX-License-Identifier: Apache-2.0
// The editor: what is read while it is written, what is mended by a press, files, and that no typing is lost by a crash, a full
// disk, a server that dies, a file that changed meanwhile, or another tab.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { desktop, openBrowser, openPage, smallPhone } from "./browser.mjs";
import { keptIn, untilKept } from "./kept.mjs";
import { openKillable } from "./killable.mjs";
import { staticSite, suppleSite } from "./site.mjs";
import { answer, firstVisit, start } from "./way.mjs";

const wave = `---
title: A wave
tags: [low back]
weeks: 4-42
---
## Start
Come onto your hands and knees.

## Rounds × 4
Inhale: let your hips **travel back**.
Exhale: **round your spine** and come forward.

## Finish
Sit back on your heels.
`;

const box = (page) => page.getByRole("textbox", { name: "The exercise" });
const savedAs = (page, words) => page.locator(".of-text").getByText(words, { exact: true }).waitFor();
const rows = (page) => page.locator(".rows tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent).join(" | ")));
const untilText = (page, part) => page.waitForFunction((wanted) => document.querySelector(".writing")?.shadowRoot?.querySelector(".cm-content")?.innerText.includes(wanted), part);
const draftsIn = async (page) => (await keptIn(page, "supple.editor", "drafts")).map(({ text }) => text);
const untilTyped = (page, part) => untilKept(page, draftsIn, (texts) => texts.some((text) => text.includes(part)));

/** A new text; typed by hand where `text` is left out. */
async function begin(page, title = "A wave") {
  await page.evaluate(() => (location.hash = "#/editor"));
  await page.getByLabel("Its title").fill(title);
  await page.getByRole("button", { name: "Begin" }).first().click();
  await box(page).waitFor();
}
async function paste(page, text) {
  await box(page).press("Control+a");
  await page.keyboard.insertText(text);
}

describe("the editor", () => {
  let browser;
  let site;
  before(async () => {
    [browser, site] = await Promise.all([openBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]), suppleSite()]);
  });
  after(async () => {
    await browser.close();
    site.close();
  });
  const open = async (options) => openPage(browser, site, { viewport: desktop, calm: true, ...options });
  const inLibrary = (file) => readFile(join(site.library, file), "utf8");

  test("reads every sentence while it is written, in words, and says what was not read and what breaks a rule", async () => {
    const { page, faults } = await open();
    await begin(page);
    await paste(page, `${wave}Float your left ankle toward the moon. Hold your breath for ten counts.`);
    await page.locator(".found").getByText("No breath is held here.").waitFor();
    const read = await rows(page);
    assert.ok(read.includes("7 |  | onto hands and knees"), read.join("\n"));
    assert.ok(read.includes("11 | out | the whole spine rounds, the hips come forward"), read.join("\n"));
    assert.ok(read.some((row) => /^15 .*not read/.test(row)), read.join("\n"));
    assert.ok(await page.getByRole("button", { name: "Play from here" }).getAttribute("aria-disabled") === "true");
    // The wave under the words, and the ways to them: by a key, and from the list.
    await box(page).press("Control+Home");
    await page.keyboard.press("F8");
    assert.match(await page.locator(".cm-activeLine").textContent(), /^Float your left ankle/);
    await box(page).press("Control+Home");
    await page.locator(".found").getByRole("button", { name: "Go to line 15" }).last().click();
    assert.equal(await page.locator(".cm-activeLine").textContent(), "Float your left ankle toward the moon. Hold your breath for ten counts.");
    assert.ok((await page.locator(".cm-lintRange-error").count()) >= 1);
    assert.ok((await page.locator(".cm-read").count()) >= 5);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("shows the figure doing the sentence under the cursor", async () => {
    const { page, faults } = await open();
    await begin(page);
    await paste(page, wave);
    const picture = async (line) => {
      await page.locator(".rows").getByRole("button", { name: `Go to line ${line}`, exact: true }).click();
      await page.getByRole("img", { name: `The figure does line ${line}` }).waitFor();
      await page.waitForTimeout(300);
      return page.locator(".reading canvas").evaluate((canvas) => {
        const small = Object.assign(document.createElement("canvas"), { width: 60, height: 40 }).getContext("2d");
        small.drawImage(canvas, 0, 0, 60, 40);
        return [...small.getImageData(0, 0, 60, 40).data];
      });
    };
    const apart = (one, other) => one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
    const [back, round, again] = [await picture(10), await picture(11), await picture(10)];
    assert.ok(apart(back, round) > 3 * apart(back, again) + 1, `${apart(back, round)} from another sentence, ${apart(back, again)} from the same`);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("what may have been meant is taken by one press, and the lexicon completes", async () => {
    const { page, faults } = await open();
    await begin(page);
    await paste(page, `${wave}Exhale: twirl your tailbone.`);
    const mend = page.locator(".found").getByRole("button", { name: /^Use/ }).first();
    await mend.waitFor();
    const words = /“(.*)”/.exec(await mend.textContent())[1];
    await mend.click();
    await mend.waitFor({ state: "detached" });
    assert.equal(words, "swirl your tailbone.");
    await untilText(page, "Exhale: swirl your tailbone.");
    await paste(page, wave);
    await box(page).press("Control+End");
    await page.keyboard.type("Exhale: round your b");
    const option = page.getByRole("option", { name: /^round your back.*the whole spine rounds/ });
    await option.waitFor();
    await page.waitForTimeout(120); // CodeMirror takes no key for a proposal that was not there long enough to be seen
    await page.keyboard.press("Enter");
    await untilText(page, "Exhale: round your back");
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("plays from the section of the cursor, through the door", async () => {
    const { page, faults } = await open({ viewport: smallPhone });
    await begin(page);
    await paste(page, wave);
    await page.locator(".rows").getByRole("button", { name: "Go to line 14", exact: true }).click();
    await box(page).press("Control+Enter");
    await firstVisit(page);
    await page.getByRole("heading", { name: "Before you begin" }).waitFor();
    await answer(page);
    await start(page);
    assert.equal(await page.locator(".session h1").textContent(), "Finish");
    await page.getByRole("button", { name: "STOP", exact: true }).click();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("saves plain files into the library folder; renames, deletes and brings back", async () => {
    const { page, faults } = await open();
    await begin(page, "Évening: a wave");
    await paste(page, wave);
    await box(page).press("Control+s");
    await savedAs(page, "saved");
    assert.equal(await inLibrary("evening-a-wave.md"), wave);
    assert.deepEqual(await draftsIn(page), [], "what is saved is no draft");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByLabel("New name").fill("../escape");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByText("A file may be called by small letters").waitFor();
    await page.getByLabel("New name").fill("night-wave");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.waitForURL(/editor\/night-wave/);
    assert.equal(await inLibrary("night-wave.md"), wave);
    await assert.rejects(inLibrary("evening-a-wave.md"));
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("night-wave is deleted.").waitFor();
    await assert.rejects(inLibrary("night-wave.md"));
    await page.reload(); // an undo outlives the page
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: /night-wave/ }).click();
    await box(page).waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await savedAs(page, "saved");
    assert.equal(await inLibrary("night-wave.md"), wave);
    assert.deepEqual((await readdir(site.library)).filter((file) => file.startsWith(".")), [], "nothing half written stays");
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("a file that changed on the disk meanwhile is shown, and nothing is written over", async () => {
    const { page } = await open();
    await begin(page, "Changed");
    await paste(page, wave);
    await page.getByRole("button", { name: "Save" }).click();
    await savedAs(page, "saved");
    const other = wave.replace("A wave", "From elsewhere");
    await writeFile(join(site.library, "changed.md"), other);
    await box(page).press("Control+End");
    await page.keyboard.type("Grow tall.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The file has changed on the disk since you began.").waitFor();
    assert.equal(await inLibrary("changed.md"), other, "nothing is written over");
    assert.match(await page.locator(".changed pre").textContent(), /From elsewhere/);
    await page.getByRole("button", { name: "Take the file" }).click();
    await untilText(page, "From elsewhere");
    await page.getByText("Your text is kept as changed-2.").waitFor();
    assert.ok((await draftsIn(page)).some((text) => text.endsWith("Grow tall.")));
    await page.context().close();
  });

  test("two tabs see each other, and neither takes the other's words", async () => {
    const { page: one } = await open();
    await begin(one, "Two tabs");
    const two = await one.context().newPage();
    await two.goto(one.url());
    await box(two).waitFor();
    await one.getByText("Also open in another tab").waitFor();
    await box(one).press("Control+End");
    await one.keyboard.type("Grow tall.");
    await untilText(two, "Grow tall.");
    // Both at the same moment, before either has kept anything: both texts are there.
    await two.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
    await one.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
    await box(two).press("Control+End");
    await Promise.all([one.keyboard.type(" First tab."), two.keyboard.type(" Second tab.")]);
    await Promise.race([one, two].map((page) => page.getByText("nothing is lost").waitFor()));
    await untilTyped(one, "First tab.");
    await untilTyped(one, "Second tab.");
    await one.context().close();
  });

  test("an article becomes a draft to finish", async () => {
    const { page, faults } = await open();
    await page.evaluate(() => (location.hash = "#/editor"));
    await page.getByLabel("The article").fill("A little rounding\n\nCome onto your hands and knees. As you breathe out, round your spine. Breathe in and let your hips travel back. Sit back on your heels and rest.");
    await page.getByRole("button", { name: "Make a draft" }).click();
    await box(page).waitFor();
    await untilText(page, "title: A little rounding");
    await untilText(page, "## Rounds × 6");
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("a cue is recorded beside the exercise, and heard in place of the voice", async () => {
    const { page, faults } = await open();
    await begin(page, "In my voice");
    await paste(page, wave);
    await box(page).press("Control+s");
    await savedAs(page, "saved");
    await page.locator(".rows").getByRole("button", { name: "Go to line 14", exact: true }).click();
    await page.getByRole("button", { name: "Record a cue" }).click();
    const cue = page.locator(".recorder li").filter({ hasText: "Sit back on your heels." }).first();
    await cue.getByRole("button", { name: "Record", exact: true }).click();
    await cue.getByText("recording", { exact: true }).waitFor();
    await page.waitForTimeout(1200); // the microphone that Chromium makes up beeps once a second
    await cue.getByRole("button", { name: "Stop recording" }).click();
    await cue.getByText("recorded", { exact: true }).waitFor();
    const [file] = await readdir(join(site.library, "recordings"));
    const recording = await readFile(join(site.library, "recordings", file));
    assert.equal(recording.subarray(0, 4).toString(), "RIFF");
    // The clip of the server is made of it: as long as the beep is, and not as festival's sentence.
    const seconds = async () => (await (await fetch(`${site.url}clips/index.json`)).json()).clips[file.replace(".wav", "")];
    for (let tries = 0; tries < 100 && !((await seconds()) < 0.9); tries += 1) await page.waitForTimeout(100);
    assert.ok((await seconds()) < 0.9, `${await seconds()} s`);
    await cue.getByRole("button", { name: "Remove" }).click();
    await cue.getByRole("button", { name: "Record", exact: true }).waitFor();
    assert.deepEqual(await readdir(join(site.library, "recordings")), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("axe finds nothing, by day and by night, and nothing is wider than a small phone", async () => {
    for (const options of [{}, { night: true, viewport: smallPhone }]) {
      const { page } = await open(options);
      await begin(page);
      await paste(page, `${wave}Hold your breath for ten counts.`);
      await page.locator(".found li").first().waitFor();
      await page.getByRole("button", { name: "More" }).click();
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await page.evaluate(() => (location.hash = "#/editor"));
      await page.getByLabel("Its title").waitFor();
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    }
  });
});

describe("no typing is lost", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("when the server dies, and is there again", async () => {
    const site = await suppleSite();
    const { page } = await openPage(browser, site, { viewport: desktop, calm: true });
    await begin(page, "Dying");
    await paste(page, wave);
    const ended = new Promise((done) => site.process.once("exit", done));
    site.process.kill("SIGKILL");
    await ended;
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The library folder does not answer.").waitFor();
    await untilTyped(page, "A wave");
    const again = await suppleSite({ port: Number(new URL(site.url).port), library: site.library });
    await page.getByRole("button", { name: "Save" }).click();
    await savedAs(page, "saved");
    assert.equal(await readFile(join(site.library, "dying.md"), "utf8"), wave);
    again.close();
    await page.context().close();
  });

  test("when the disk is full: the file is as it was", async () => {
    const site = await suppleSite({ smallDisk: true });
    const { page } = await openPage(browser, site, { viewport: desktop, calm: true });
    await begin(page, "Full");
    await paste(page, wave);
    await page.getByRole("button", { name: "Save" }).click();
    await savedAs(page, "saved");
    await box(page).press("Control+End");
    await page.keyboard.insertText("Grow tall. ".repeat(200));
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("There is no room on the disk.").waitFor();
    assert.equal(await readFile(join(site.library, "full.md"), "utf8"), wave);
    await untilTyped(page, "Grow tall. Grow tall.");
    assert.deepEqual((await readdir(site.library)).filter((file) => file !== "full.md"), [], "nothing half written stays");
    site.close();
    await page.context().close();
  });

  test("when the browser is killed, on a host without a folder", async () => {
    const [site, home] = await Promise.all([staticSite(), mkdtemp(join(tmpdir(), "supple-"))]);
    const first = await openKillable(home);
    await first.page.goto(`${site.url}#/editor`);
    await begin(first.page, "Killed");
    await paste(first.page, wave);
    await box(first.page).press("Control+End");
    await first.page.keyboard.type("The last words.");
    await untilTyped(first.page, "The last words.");
    await first.kill();
    const second = await openKillable(home);
    await second.page.goto(`${site.url}#/editor`);
    await second.page.getByRole("link", { name: /killed/ }).click();
    await untilText(second.page, "The last words.");
    await second.page.getByRole("button", { name: "Save" }).click(); // into the browser: there is no folder
    await savedAs(second.page, "saved");
    await second.kill();
    site.close();
    await rm(home, { recursive: true, force: true });
  });
});
