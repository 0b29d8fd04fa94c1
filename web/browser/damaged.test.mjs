// SPDX-License-Identifier: Apache-2.0
// Chromium deletes all databases of a page whose log on the disk it finds damaged. What was kept comes back from the second copy.
import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { bringIn, fileOf, someWeeks, toKeep } from "./diary_of.mjs";
import { openKillable, siteAndHome } from "./killable.mjs";

const held = siteAndHome();

/** In a browser of its own, which is killed at the end. */
async function inBrowser(work) {
  const { page, kill } = await openKillable(held.home);
  try {
    await page.goto(held.site.url);
    return await work(page);
  } finally {
    await kill();
  }
}

/** Damages every log of the databases, as a write that was cut short does. */
async function damage() {
  const place = join(held.home, "Default/IndexedDB");
  const logs = (await readdir(place, { recursive: true })).filter((name) => name.endsWith(".log"));
  assert.ok(logs.length > 0, "there is no log to damage");
  for (const name of logs) {
    const bytes = await readFile(join(place, name));
    bytes.fill(0x5a, bytes.length >> 2, bytes.length >> 1);
    await writeFile(join(place, name), bytes);
  }
}

async function entriesIn(page) {
  await page.evaluate(() => (location.hash = "#/keep"));
  await page.getByLabel("Choose a file").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /JSON/ }).click()]);
  return JSON.parse(await readFile(await file.path(), "utf8")).entries;
}
const idsOf = (entries) => entries.map(({ id }) => id).sort();

const words = "A text that nobody has saved.";
const typed = async (page) => {
  await page.evaluate(() => (location.hash = "#/editor"));
  await page.getByLabel("Its title").fill("Half a wave");
  await page.getByRole("button", { name: "Begin" }).first().click();
  await page.getByRole("textbox", { name: "The exercise" }).press("Control+a");
  await page.keyboard.insertText(words);
};
const copyOfTexts = (page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("supple.editor").catch(() => null);
    const texts = [];
    for await (const each of folder?.values() ?? []) texts.push(await each.getFileHandle("copy.json").then(async (file) => (await file.getFile()).text()));
    return texts.join("\n");
  }).catch(() => ""); // the copy was being written
async function untilCopied(page, part) {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await copyOfTexts(page)).includes(part)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`“${part}” was never copied`);
}

test("the diary and the texts of the editor come back; without the copy they would be lost", async () => {
  const entries = someWeeks(3);
  await inBrowser(async (page) => {
    await bringIn(page, entries);
    await typed(page);
    await untilCopied(page, words);
  });
  await damage();
  await inBrowser(async (page) => {
    assert.deepEqual(idsOf(await entriesIn(page)), idsOf(entries));
    await page.evaluate(() => (location.hash = "#/editor/half-a-wave"));
    await page.waitForFunction((part) => document.querySelector(".writing")?.shadowRoot?.querySelector(".cm-content")?.innerText.includes(part), words);
    // And what is kept from now on comes back as well.
    await page.evaluate(() => (location.hash = "#/"));
    await toKeep(page);
    const more = someWeeks(4);
    await page.getByLabel("Choose a file").setInputFiles(fileOf(more));
    await page.getByText(`${more.length} entries were brought back`).waitFor();
    entries.push(...more.filter(({ id }) => !entries.some((each) => each.id === id)));
  });
  await damage();
  await inBrowser(async (page) => assert.deepEqual(idsOf(await entriesIn(page)), idsOf(entries)));
  await damage();
  await rm(join(held.home, "Default/File System"), { recursive: true });
  await inBrowser(async (page) => assert.deepEqual(await entriesIn(page), []));
});

test("a copy that cannot be written is none, and what is kept is kept; one of a newer program is left alone", async () => {
  const browser = await openBrowser();
  const { page } = await openPage(browser, held.site);
  const namesOfCopies = () => page.evaluate(async () => Array.fromAsync((await navigator.storage.getDirectory()).keys()));
  await bringIn(page, someWeeks(2));
  assert.deepEqual(await namesOfCopies(), ["supple"]);
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("no room", "QuotaExceededError"));
  });
  await bringIn(page, someWeeks(3));
  assert.deepEqual(await namesOfCopies(), []);
  await page.reload(); // the next visit makes up for it
  assert.deepEqual(idsOf(await entriesIn(page)), idsOf(someWeeks(3)));
  for (let tries = 0; tries < 100 && (await namesOfCopies()).length === 0; tries += 1) await page.waitForTimeout(50);
  assert.deepEqual(await namesOfCopies(), ["supple"]);

  const copy = (work, ...more) =>
    page.evaluate(async ([does, text]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("supple");
      const [number] = await Array.fromAsync(folder.keys());
      const file = await (await folder.getDirectoryHandle(number)).getFileHandle("copy.json");
      if (does === "read") return (await file.getFile()).text();
      const writing = await file.createWritable();
      await writing.write(text);
      return writing.close();
    }, [work, ...more]);
  const newer = JSON.stringify({ ...JSON.parse(await copy("read")), version: 2 });
  await copy("write", newer);
  await page.goto("about:blank");
  await page.goto(`${held.site.url}icon.svg`);
  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("supple").onsuccess = done)));
  await page.goto(`${held.site.url}#/diary`);
  await page.getByText("newer").waitFor();
  assert.equal(await copy("read"), newer);
  await browser.close();
});
