// SPDX-License-Identifier: Apache-2.0
// Her own text: read line by line, refused where it breaks a rule for her week, played where it does not.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, pastTheDoor, start, toTheEnd } from "./way.mjs";

const article = `A little rounding for a tired back

Come onto your hands and knees.
Breathe in and let your hips travel back toward your heels.
As you breathe out, round your spine, come forward and let your head hang.
Float your left ankle toward the moon.
Sit back on your heels at the end and rest.`;

describe("bring your own", () => {
  const open = triedOn(staticSite);

  async function paste(text, week, options) {
    const opened = await open(options);
    await opened.page.getByRole("link", { name: "Paste a text" }).click();
    await opened.page.getByLabel("Which week are you in?").selectOption(String(week));
    await opened.page.getByLabel("The text").fill(text);
    return opened;
  }

  const kinds = (page) => page.locator(".lines > li").evaluateAll((lines) => lines.map((line) => line.className));

  test("stands on the first screen where it was written here, and is led from there; what this host cannot do is said", async () => {
    const { page, faults } = await open({ at: "editor" });
    await page.getByText("Supple on your own computer (supple serve) does both").waitFor();
    await page.getByLabel("Its title").fill("My wave");
    await page.getByRole("button", { name: "Begin" }).first().click();
    await page.getByRole("textbox", { name: "The exercise" }).waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".of-text").getByText("saved", { exact: true }).waitFor();
    await page.evaluate(() => { location.hash = "#/"; });
    await page.getByRole("heading", { name: "Your exercises" }).waitFor();
    await page.getByRole("link", { name: /^My wave/ }).click();
    await page.waitForURL(/#\/check-in\/own/);
    assert.deepEqual(faults, []);
  });

  test("on the Spanish page it is said that it is led in English", async () => {
    const { page } = await open({ language: "es", at: "own" });
    await page.getByText("Los textos propios se leen en inglés y se guían en inglés").waitFor();
  });

  test("shows line by line what was read and what was not", async () => {
    const { page, faults } = await paste(article, 24);
    await page.getByRole("link", { name: "Practise this" }).waitFor();
    const lines = await kinds(page);
    assert.equal(lines.length, 6, "a line for each that has words");
    assert.deepEqual(lines.slice(1, 5), ["start", "read", "read", "unread"]);
    assert.ok(await page.getByText("breathe out · spine round · pelvis forward · head drop").isVisible());
    assert.deepEqual(faults, []);
  });

  test("plays it, with what it left open filled and named", async () => {
    const { page, faults } = await paste(article, 24);
    assert.ok(await page.getByText("What the text leaves open, we filled in:").isVisible());
    await page.getByRole("link", { name: "Practise this" }).click();
    await pastTheDoor(page);
    await answer(page);
    await start(page);
    await toTheEnd(page);
    assert.deepEqual(faults, []);
  });

  test("shows what breaks a rule, with the remedy, and never plays it", async () => {
    const { page, faults } = await paste(`${article}\nHold your breath for ten counts.`, 24);
    await page.locator(".lines .rule .findings").waitFor();
    assert.equal((await kinds(page)).at(-1), "rule");
    assert.match(await page.locator(".lines .rule .findings").textContent(), /Line 8/);
    assert.ok(await page.getByText("It is shown, and never played.").isVisible());
    assert.equal(await page.getByRole("link", { name: "Practise this" }).count(), 0);
    await page.evaluate(() => { location.hash = "#/check-in/own"; });
    await pastTheDoor(page);
    await answer(page);
    assert.equal(await page.getByRole("button", { name: "Start" }).getAttribute("aria-disabled"), "true");
    assert.deepEqual(faults, []);
  });

  test("holds the rules of her week", async () => {
    const supine = `${article}\nLie on your back and rest.`;
    const early = await paste(supine, 10);
    await early.page.getByRole("link", { name: "Practise this" }).waitFor();
    const late = await paste(supine, 30);
    await late.page.locator(".lines .rule").waitFor();
    assert.equal(await late.page.getByRole("link", { name: "Practise this" }).count(), 0);
  });

  test("asks for one exercise at a time where a book is pasted", async () => {
    const { page, faults } = await paste("Breathe out and round your spine. ".repeat(5000), 24);
    await page.getByText("Please paste one exercise at a time.").waitFor();
    assert.equal(await page.getByRole("link", { name: "Practise this" }).count(), 0);
    assert.deepEqual(faults, []);
  });

  test("tells what is wrong in the form of an exercise file", async () => {
    const { page, faults } = await paste("---\ntitle: x", 24);
    await page.getByText("It is shown, and never played.").waitFor();
    assert.ok((await page.locator(".findings li").count()) > 0);
    assert.deepEqual(faults, []);
  });

  test("takes anything, also what is no text at all", async () => {
    const { page, faults } = await paste("\u0000\u0001\ufffd<script>alert(1)</script>".repeat(200), 24);
    await page.getByText("It is shown, and never played.").waitFor();
    assert.deepEqual(faults, []);
  });
});
