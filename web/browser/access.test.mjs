// SPDX-License-Identifier: Apache-2.0
// For everyone: by keyboard alone, on a small screen, by day and by night, and by the rules of axe (WCAG 2.2 AA).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { desktop, largeWords, lyingPhone, phone, smallPhone } from "./browser.mjs";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, section, start, toCheckIn, toSession } from "./way.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((change) => change.finished.catch(() => undefined))));
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), rules);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
}

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
  await toCheckIn(page);
  await look("check-in");
  await answer(page, { pain: 4 });
  await look("check-in, answered");
  await start(page);
  await section(page, "Centre");
  await page.keyboard.press("Space"); // a pause, to look in peace
  await page.getByRole("button", { name: "Go on" }).waitFor();
  await look("session");
  await page.getByRole("button", { name: "STOP", exact: true }).click();
  await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  await look("stopped");
  await page.getByRole("link", { name: "Back to the beginning" }).click();
  await toSession(page, { pain: 4 });
  await page.getByRole("heading", { name: "Sit as long" }).waitFor({ timeout: 60_000 });
  await page.locator(".scale button").nth(5).click();
  await look("after");
  await page.getByRole("link", { name: "Done" }).click();
  await toCheckIn(page);
  await page.getByRole("button", { name: /^Yes: / }).first().click();
  await page.getByRole("heading", { name: /^Not today/ }).waitFor();
  await look("not today");
}

/** All that a session needs lies within the screen, and nothing of it beneath the keys. */
async function holdsAll(page, { width, height }) {
  const keys = await page.locator(".keys").boundingBox();
  for (const part of [".where", ".breath strong", ".cue", ".pace", ".stop"]) {
    const box = await page.locator(part).boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `${part} ${JSON.stringify(box)}`);
    if ([".pace", ".stop"].includes(part)) continue;
    const apart = box.x + box.width <= keys.x || box.y + box.height <= keys.y + 0.5 || box.y >= keys.y + keys.height - 0.5;
    assert.ok(apart, `${part} lies beneath the keys: ${JSON.stringify([box, keys])}`);
  }
}

describe("everyone", () => {
  const open = triedOn(staticSite);

  for (const [name, options] of [["a phone by day", { viewport: phone }], ["a desktop by night", { viewport: desktop, night: true }]])
    test(`axe finds nothing on ${name}, and every screen has one heading and a title`, async () => {
      const { page, faults } = await open({ ...options, speed: 40 });
      await eachScreen(page, async (screen) => {
        assert.deepEqual(await violations(page), [], screen);
        assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, screen);
        assert.match(await page.title(), /.+ · Supple$/, screen);
      });
      assert.deepEqual(faults, []);
    });

  for (const viewport of [smallPhone, lyingPhone, largeWords])
    test(`a screen of ${viewport.width} × ${viewport.height} shows all that a session needs, and no screen scrolls sideways`, async () => {
      const { page, faults } = await open({ viewport, speed: 40 });
      await eachScreen(page, async (screen) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= viewport.width, `${screen} is ${wide} wide`);
        if (screen === "session") await holdsAll(page, viewport);
      });
      assert.deepEqual(faults, []);
    });

  test("what is pressed is large enough for a hand that reaches over from the mat", async () => {
    const { page } = await open({ speed: 5 });
    await toSession(page);
    for (const button of await page.getByRole("button").all()) {
      const { width, height } = await button.boundingBox();
      assert.ok(width >= 60 && height >= 60, `${await button.textContent()} is ${width} × ${height}`);
    }
  });

  test("nothing moves within the keys while the words change", async () => {
    const { page } = await open({ speed: 40 });
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
    await page.getByRole("heading", { name: "Before you begin" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Week 24");
    await tabTo(page, /^4$/);
    await page.keyboard.press("Space");
    for (let signs = await page.locator(".signs li").count(); signs > 0; signs -= 1) {
      await tabTo(page, /^No: /);
      await page.keyboard.press("Space");
    }
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
    const { page } = await open();
    await toCheckIn(page);
    await answer(page);
    await page.getByRole("button", { name: "The key S stops" }).click();
    await start(page);
    await page.keyboard.press("s");
    await page.waitForTimeout(200);
    assert.ok(await page.getByRole("button", { name: "STOP", exact: true }).isVisible());
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
    await page.getByRole("link", { name: "Back to the beginning" }).click();
    await toSession(page);
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  });
});
