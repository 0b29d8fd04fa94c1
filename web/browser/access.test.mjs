// SPDX-License-Identifier: Apache-2.0
// For everyone: by keyboard alone, on a small screen, by day and by night, and by the rules of axe (WCAG 2.2 AA).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { desktop, largeWords, lyingPhone, phone, smallPhone } from "./browser.mjs";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, choose, denyAll, firstVisit, section, start, toCheckIn, toSession, toTheEnd } from "./way.mjs";

/** Every screen of the page, one after another. */
async function eachScreen(page, look) {
  await look("home");
  await page.getByRole("link", { name: "Paste a text" }).click();
  await look("bring your own, empty");
  await page.getByLabel("Which week are you in?").selectOption("30");
  await page.getByLabel("The text").fill("Come onto your hands and knees.\nBreathe out and round your back.\nFloat upward.\nHold your breath.");
  await page.locator(".lines").waitFor();
  await look("bring your own");
  await page.getByRole("link", { name: "Back" }).click();
  await eachScreenOfTheFirstVisit(page, look);
  await look("check-in");
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("heading", { name: "How you are led" }).waitFor();
  await look("how she is led");
  await page.getByRole("link", { name: "Done" }).click();
  await answer(page, { pain: 4 });
  await look("check-in, answered");
  await start(page);
  await section(page, "Centre", 1);
  await page.keyboard.press("Space"); // a pause, to look in peace
  await page.getByRole("button", { name: "Go on" }).waitFor();
  await look("session");
  await page.getByRole("button", { name: "STOP", exact: true }).click();
  await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  await look("stopped");
  await page.getByRole("link", { name: "Say where it was" }).click();
  await page.getByRole("button", { name: "Knees", exact: true }).click();
  await look("where it was");
  await page.getByRole("link", { name: "Keep this" }).click();
  await toSession(page, { pain: 4 });
  await toTheEnd(page);
  await page.locator(".scale button").nth(5).click();
  await look("after");
  await page.getByRole("link", { name: "Done" }).click();
  await toCheckIn(page);
  await page.getByRole("button", { name: /^Yes: / }).first().click();
  await page.getByRole("heading", { name: /^Not today/ }).waitFor();
  await look("not today");
  for (const [yes, title] of [["An eating disorder?", /^Talk first/], ["Have your waters broken?", /^Not now/]]) {
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole("button", { name: "Continue" }).waitFor();
    await firstVisit(page, { yes });
    await page.getByRole("heading", { name: title }).waitFor();
    await look(String(title));
  }
}

async function eachScreenOfTheFirstVisit(page, look) {
  await page.getByRole("link", { name: "Start" }).click();
  const go = () => page.getByRole("button", { name: "Continue" }).click();
  for (const title of ["Before the first time", "Where are you now?", "What makes it comfortable?", "Can you hear it?"]) {
    await page.getByRole("heading", { name: title }).waitFor();
    await look(title);
    await go();
  }
  await page.getByRole("heading", { name: "About you and this time" }).waitFor();
  await look("the screening");
  await denyAll(page);
  await go();
  await page.getByRole("heading", { name: "Before you begin" }).waitFor();
}

/** All that a session needs lies within the screen, and nothing of it beneath the keys. */
async function holdsAll(page, { width, height }) {
  const keys = await page.locator(".keys").boundingBox();
  for (const part of [".where", ".breath strong", ".cue", ".pace", ".stop"]) {
    const box = await page.locator(part).boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `${part} ${JSON.stringify(box)}`);
    if (part === ".stop") assert.ok(box.height >= 96 && box.width >= 96, `STOP is ${box.width} × ${box.height}`);
    if ([".pace", ".stop"].includes(part)) continue;
    const apart = box.x + box.width <= keys.x || box.y + box.height <= keys.y + 0.5 || box.y >= keys.y + keys.height - 0.5;
    assert.ok(apart, `${part} lies beneath the keys: ${JSON.stringify([box, keys])}`);
  }
}

describe("everyone", () => {
  const open = triedOn(staticSite);

  /** Nothing scrolls sideways, and what is pressed is large enough. */
  async function narrow(page, screen, viewport) {
    await page.setViewportSize(viewport);
    const small = await page.locator("button:visible, a.button:visible, select:visible").evaluateAll((parts) =>
      parts.map((part) => [part.textContent, part.getBoundingClientRect()]).filter(([, { width, height }]) => width < 47.5 || height < 47.5).map(([name, { width, height }]) => `${name} ${width} × ${height}`));
    assert.deepEqual(small, [], `${screen} on ${viewport.width} × ${viewport.height}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= viewport.width, `${screen} is ${wide} wide on ${viewport.width} × ${viewport.height}`);
    if (screen === "session") await holdsAll(page, viewport);
  }

  test("every screen has one heading and a title, axe finds nothing on it by day and by night, and on no size it scrolls sideways or hides what a session needs", async () => {
    const { page, faults } = await open({ speed: 200 });
    await eachScreen(page, async (screen) => {
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, screen);
      assert.match(await page.title(), /.+ · Supple$/, screen);
      for (const [colorScheme, viewport] of [["light", phone], ["dark", desktop]]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        assert.deepEqual(await violations(page), [], `${screen}, ${colorScheme}`);
      }
      await page.emulateMedia({ colorScheme: "light" });
      for (const viewport of [smallPhone, lyingPhone, largeWords]) await narrow(page, screen, viewport);
      await page.setViewportSize(phone);
    });
    assert.deepEqual(faults, []);
  });

  test("what is pressed is large enough for a hand that reaches over from the mat", async () => {
    const { page } = await open({ known: true });
    await toSession(page);
    for (const button of await page.getByRole("button").all()) {
      const { width, height } = await button.boundingBox();
      assert.ok(width >= 60 && height >= 60, `${await button.textContent()} is ${width} × ${height}`);
    }
  });

  test("nothing moves within the keys while the words change", async () => {
    const { page } = await open({ known: true, speed: 40 });
    await toSession(page);
    const box = () => page.evaluate(() => [...document.querySelectorAll(".keys, .beads")].map((part) => part.getBoundingClientRect().top).join());
    const places = new Set();
    while ((await page.locator(".session").count()) > 0 && places.size < 3) {
      const place = await box();
      if (place !== "") places.add(place);
      await page.waitForTimeout(50);
    }
    assert.equal(places.size, 1, [...places].join(" | "));
  });

  /** Tab until the focus is on it; nobody can get lost on the way. */
  async function tabTo(page, name) {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
      if (name.test(here)) return;
    }
    assert.fail(`the keyboard does not come to ${name}`);
  }

  test("the keyboard alone leads through everything", async () => {
    const { page, faults } = await open({ viewport: desktop, speed: 5 });
    await tabTo(page, /^Start$/);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
    assert.equal(outline, "3px", "the focus can be seen");
    await page.keyboard.press("Enter");
    const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
    const go = async () => {
      await tabTo(page, /^Continue$/);
      await page.keyboard.press("Enter");
    };
    const denyEach = async () => {
      for (let signs = await page.locator(".signs li").count(); signs > 0; signs -= 1) {
        await tabTo(page, /^No: /);
        await page.keyboard.press("Space");
      }
    };
    await title("Before the first time");
    await go();
    await title("Where are you now?");
    await tabTo(page, /^Choose your week/);
    await page.keyboard.type("Week 24");
    await go();
    await title("What makes it comfortable?");
    await go();
    await title("Can you hear it?");
    await go();
    await title("About you and this time");
    await denyEach();
    await go();
    await title("Before you begin");
    await tabTo(page, /^4$/);
    await page.keyboard.press("Space");
    await denyEach();
    await tabTo(page, /^Start/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Go on" }).waitFor();
    await tabTo(page, /^Go on$/);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor(); // once, not twice: the button has the focus
    await tabTo(page, /^STOP$/);
    await page.keyboard.press("Space");
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
    await tabTo(page, /^Back to the beginning$/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "A slow wave for your low back" }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("S stops, unless she has switched it off", async () => {
    const { page } = await open({ known: true });
    await toCheckIn(page);
    await choose(page, "The key S stops");
    await answer(page);
    await start(page);
    await page.keyboard.press("s");
    await page.waitForTimeout(200);
    assert.ok(await page.getByRole("button", { name: "STOP", exact: true }).isVisible());
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
    await page.getByRole("link", { name: "Back to the beginning" }).click();
    await toCheckIn(page);
    await choose(page, "The key S stops");
    await answer(page);
    await start(page);
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  });
});
