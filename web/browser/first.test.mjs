// SPDX-License-Identifier: Apache-2.0
// The first visit, and the door: who may begin, who is told to talk first, and when everything is asked again.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entriesIn, untilKept } from "./kept.mjs";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, denyAll, firstVisit, start, toCheckIn, toSession } from "./way.mjs";

const title = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const go = (page) => page.getByRole("button", { name: "Continue" }).click();
/** Where the button says that she cannot yet. */
const goAnyway = (page) => page.getByRole("button", { name: "Continue" }).click({ force: true });
const begin = (page) => page.getByRole("link", { name: "Start" }).click();
const noWayToStart = async (page) => assert.equal(await page.getByRole("button", { name: /^Start/ }).count(), 0);

/** The page on a later day. */
async function daysLater(page, days) {
  await page.clock.setFixedTime(new Date(Date.now() + days * 86_400_000));
  await page.goto(page.url().replace(/#.*/, "#/"));
  await page.reload();
}

/** As fast as adults read to themselves (Brysbaert 2019), and how long one press takes her: ours. */
const wordsAMinute = 238;
const pressSeconds = 1.5;

describe("the first visit", () => {
  const open = triedOn(staticSite);

  for (const [language, start, on, none] of [["en", "Start", "Continue", /^No to the/], ["es", "Empezar", "Continuar", /^No a las/]])
    test(`takes no more than two minutes in "${language}", where most is asked`, async () => {
      const { page } = await open({ language });
      let words = 0;
      let presses = 0;
      const press = async (button) => {
        await button.click();
        presses += 1;
      };
      /** All that stands on the screen but the weeks to choose from. */
      const read = async () => {
        const text = await page.evaluate(() => [...document.querySelectorAll("main, header")].map((part) => part.innerText).join("\n"));
        const weeks = await page.locator("option").allTextContents();
        words += weeks.reduce((left, week) => left.replace(week, ""), text).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu).length;
      };
      await press(page.getByRole("link", { name: start }));
      const title = page.getByRole("heading", { level: 1 });
      for (const step of ["about", "you", "comfort", "sound", "screening"]) {
        await page.locator("main.first").waitFor();
        await read();
        if (step === "you") {
          await page.locator("select").selectOption("30");
          presses += 2;
        }
        const left = page.getByRole("button", { name: none });
        if (step === "screening") while ((await left.count()) > 0) await press(left.first());
        const before = await title.textContent();
        await press(page.getByRole("button", { name: on }));
        await page.waitForFunction((told) => document.querySelector("h1")?.textContent !== told, before);
      }
      await page.locator("main.check-in").waitFor();
      const seconds = (60 * words) / wordsAMinute + pressSeconds * presses;
      console.log(`first visit in "${language}": ${words} words, ${presses} presses, ${seconds.toFixed(0)} s`);
      assert.ok(seconds <= 120, `${words} words and ${presses} presses take ${seconds.toFixed(0)} s`);
    });

  test("one press denies what she has left open of a list, and nothing that she has answered", async () => {
    const { page, faults } = await open();
    await begin(page);
    await go(page);
    await page.getByLabel("Which week are you in?").selectOption("30");
    for (let i = 0; i < 3; i += 1) await go(page);
    const pressed = (name) => page.getByRole("button", { name, pressed: true }).count();
    assert.equal(await pressed(/^(Yes|No): /), 0, "nothing is answered for her");
    await page.getByRole("button", { name: "Yes: Pre-eclampsia?" }).click();
    await page.getByRole("button", { name: "No to the 9 left open", exact: true }).first().click();
    assert.deepEqual([await pressed(/^Yes: /), await pressed(/^No: /)], [1, 9]);
    await goAnyway(page);
    await title(page, "About you and this time");
    await page.getByRole("button", { name: "No to the 9 left open", exact: true }).click();
    await go(page);
    await title(page, /^Not now/);
    assert.deepEqual(faults, []);
  });

  test("goes back and forth without loss, also over a reload", async () => {
    const { page, faults } = await open();
    await begin(page);
    await title(page, "Before the first time");
    await go(page);
    await page.getByLabel("Which week are you in?").selectOption("29");
    await go(page);
    await page.getByRole("button", { name: "Mat doubled under my knees" }).click();
    await go(page);
    await title(page, "Can you hear it?");
    await go(page);
    await page.getByRole("button", { name: "No: Pre-eclampsia?" }).click();
    for (const name of ["Can you hear it?", "What makes it comfortable?", "Where are you now?"]) {
      await page.getByRole("button", { name: "Back" }).click();
      await title(page, name);
    }
    assert.equal(await page.getByLabel("Which week are you in?").inputValue(), "29");
    await page.reload();
    await title(page, "Before the first time");
    await go(page);
    assert.equal(await page.getByLabel("Which week are you in?").inputValue(), "29");
    await go(page);
    assert.equal(await page.getByRole("button", { name: "Mat doubled under my knees" }).getAttribute("aria-pressed"), "true");
    await go(page);
    await go(page);
    assert.equal(await page.getByRole("button", { name: "No: Pre-eclampsia?" }).getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator(".signs [aria-pressed=true]").count(), 1, "something was answered for her");
    assert.deepEqual(faults, []);
  });

  test("lets nobody on who leaves a question open", async () => {
    const { page } = await open();
    await begin(page);
    await go(page);
    await goAnyway(page);
    await title(page, "Where are you now?");
    assert.ok(await page.getByText("Choose your week, your due date, or the weeks since the birth.").isVisible());
    await page.getByLabel("Which week are you in?").selectOption("29");
    for (let i = 0; i < 3; i += 1) await go(page);
    const noes = await page.getByRole("button", { name: /^No: / }).all();
    assert.ok(noes.length >= 15, `${noes.length} questions`);
    for (const no of noes.slice(1)) await no.click();
    await goAnyway(page);
    await title(page, "About you and this time");
    assert.ok(await page.getByText("One more to answer. What is left open counts as yes.").isVisible());
    await noes[0].click();
    await go(page);
    await title(page, "Before you begin");
  });

  test("takes a due date, and says what is wrong with one", async () => {
    const { page } = await open();
    await begin(page);
    await go(page);
    const date = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Or your due date").fill(date(400));
    await page.getByText("This date is not within a pregnancy").waitFor();
    await page.getByLabel("Or your due date").fill(date(77));
    assert.equal(await page.getByLabel("Which week are you in?").inputValue(), "29");
  });

  test("asks what belongs to her time: placenta from week 26, twins from week 28, and after the birth other things", async () => {
    const { page } = await open();
    const asked = async (week) => {
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await begin(page);
      await go(page);
      await page.getByLabel("Which week are you in?").selectOption(week);
      for (let i = 0; i < 3; i += 1) await go(page);
      await page.locator(".signs").first().waitFor();
      const text = (await page.locator(".signs").allTextContents()).join("\n");
      await page.goto(page.url().replace(/#.*/, "#/"));
      return [text.includes("placenta"), text.includes("Twins")];
    };
    assert.deepEqual([await asked("25"), await asked("26"), await asked("28")], [[false, false], [true, false], [true, true]]);
  });

  for (const [yes, name] of [["Pre-eclampsia?", /^Not now\. Please talk to your midwife or doctor/], ["An eating disorder?", /^Talk first/]])
    test(`a yes to "${yes}" is answered with ${name}, and starts nothing`, async () => {
      const { page, faults } = await open();
      await begin(page);
      await firstVisit(page, { yes });
      await title(page, name);
      await noWayToStart(page);
      await page.reload();
      await title(page, name);
      await page.getByRole("link", { name: "Back to the beginning" }).click();
      await begin(page);
      await title(page, name);
      assert.deepEqual(faults, []);
    });

  test("who has talked first may begin; who answered wrongly may answer again", async () => {
    const { page } = await open();
    await begin(page);
    await firstVisit(page, { yes: "Pre-eclampsia?" });
    await page.getByRole("button", { name: "Answer the questions again" }).click();
    await firstVisit(page, { yes: "An eating disorder?" });
    await title(page, /^Talk first/);
    await page.getByRole("button", { name: "I have talked to them, and they agree" }).click();
    await title(page, "Before you begin");
    await answer(page);
    await start(page);
  });

  test("nothing begins before six weeks after the birth, and then only what is meant for it", async () => {
    const { page } = await open();
    await begin(page);
    await go(page);
    await page.getByRole("button", { name: "After the birth" }).click();
    await page.getByLabel("Weeks since the birth").selectOption("5");
    await title(page, "Where are you now?"); // a choice by itself leads nowhere
    await go(page);
    await title(page, /^Not now/);
    await noWayToStart(page);
    await page.getByRole("link", { name: /^Change/ }).click();
    await page.getByLabel("Weeks since the birth").selectOption("7");
    await page.getByRole("link", { name: "Done" }).click();
    await title(page, "What makes it comfortable?");
    await go(page);
    await go(page);
    await title(page, "About you and this time");
    assert.equal(await page.getByText("Are you still bleeding after the birth?").count(), 1);
    assert.equal(await page.getByText("Have your waters broken?").count(), 0);
    await denyAll(page);
    await go(page);
    await title(page, "Before you begin");
    await answer(page);
    await start(page);
  });

  test("is asked again after 28 days, at week 20, and after a stop; not before", async () => {
    const { page } = await open();
    await toCheckIn(page, { week: 21 });
    await daysLater(page, 27);
    await begin(page);
    await title(page, "Before you begin");
    await daysLater(page, 28);
    await begin(page);
    await title(page, "Where are you now?");

    await page.evaluate(() => localStorage.clear());
    await page.goto(page.url().replace(/#.*/, "#/"));
    await page.reload();
    await toCheckIn(page, { week: 19 });
    await daysLater(page, 28 + 6);
    await begin(page);
    await title(page, "Before you begin");
    await daysLater(page, 28 + 7);
    await begin(page);
    await title(page, "Where are you now?");
  });

  test("after a stop everything is asked again, and after two in a week she is asked to let it rest", async () => {
    const { page } = await open({ known: true, speed: 5 });
    for (const visit of [1, 2]) {
      if (visit === 2) await page.reload();
      await toSession(page);
      await page.getByRole("button", { name: "STOP", exact: true }).click();
      await title(page, /^Stopped/);
      await untilKept(page, entriesIn, (entries) => entries.filter(({ stopped }) => stopped).length === visit);
      const twice = page.getByText("You have stopped twice this week.");
      if (visit === 1) assert.equal(await twice.count(), 0);
      else await twice.waitFor();
      await page.getByRole("link", { name: "Back to the beginning" }).click();
    }
    await begin(page);
    await firstVisit(page);
    await title(page, /^You have stopped twice this week\. Let it rest, and talk to someone who knows you/);
    await noWayToStart(page);
    await page.getByRole("button", { name: "I have talked to them" }).click();
    await title(page, "Before you begin");
  });

  test("where it was may be said after a stop, and may be left out", async () => {
    const { page, faults } = await open({ known: true, speed: 5 });
    await toSession(page);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Say where it was, if you like" }).click();
    await page.getByRole("button", { name: "Low back" }).click();
    await page.getByRole("button", { name: "3", exact: true }).click();
    await page.getByLabel("A note").fill("a twinge");
    await page.getByRole("link", { name: "Keep this" }).click();
    await title(page, "A slow wave for your low back");
    await page.getByRole("link", { name: "Diary", exact: true }).click();
    const row = page.locator(".entries li");
    await row.filter({ hasText: "a twinge" }).waitFor();
    assert.equal(await row.count(), 1, "a stop is kept once");
    assert.match(await row.textContent(), /stopped.*Low back/);
    await row.getByRole("link").click();
    await page.getByRole("group", { name: "After", exact: true }).getByRole("button", { name: "3", exact: true, pressed: true }).waitFor();
    assert.deepEqual(faults, []);
  });
});
