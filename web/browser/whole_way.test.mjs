// SPDX-License-Identifier: Apache-2.0
// From the first visit to after the session in one go: by touch alone, by the keyboard alone, by roles and names as a
// reader of the screen has them, and with the network off from the moment the page was there.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desktop, phone } from "./browser.mjs";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { toTheEnd } from "./way.mjs";

/** By fingers: nothing is clicked, and nothing is typed. */
const touch = (page) => ({
  press: (role, name) => page.getByRole(role, { name }).first().tap(),
  async week(label) {
    await page.getByLabel("Which week are you in?").tap();
    await page.getByLabel("Which week are you in?").selectOption({ label });
  },
});

/** By the keys: Tab until the focus is on it, then what a key does there. */
const keys = (page) => {
  async function tabTo(name) {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
      if (name.test(here)) return;
    }
    assert.fail(`the keyboard does not come to ${name}`);
  }
  return {
    async press(role, name) {
      await tabTo(name);
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
      assert.equal(outline, "3px", `the focus cannot be seen on ${name}`);
      await page.keyboard.press(role === "link" ? "Enter" : "Space");
    },
    async week(label) {
      await tabTo(/^Choose your week/);
      await page.keyboard.type(label);
    },
  };
};

/** As a reader of the screen acts: on what has this role and this name in the tree of accessibility, without a pointer. */
const roles = (page) => ({
  press: (role, name) => page.getByRole(role, { name }).first().evaluate((part) => part.click()),
  week: (label) => page.getByRole("combobox", { name: "Which week are you in?" }).selectOption({ label }),
});

/** She is on the screen of this title: its heading has the focus, so that it is read out, and the window is called so. */
async function isAt(page, title) {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  assert.match(await page.title(), /.+ · Supple$/);
}

async function denyEach(page, press) {
  for (const question of await page.getByRole("main").getByRole("group", { name: /./ }).filter({ has: page.getByRole("button", { name: /^No: / }) }).all()) {
    const ask = await question.getAttribute("aria-label");
    await press("button", new RegExp(`^No: ${ask.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
  }
}

async function wholeWay(page, { press, week }) {
  await press("link", /^Start$/);
  await isAt(page, "Before the first time");
  await press("button", /^Continue$/);
  await isAt(page, "Where are you now?");
  await week("Week 24");
  await press("button", /^Continue$/);
  await isAt(page, "What makes it comfortable?");
  await press("button", /^Mat doubled under my knees$/);
  await press("button", /^Continue$/);
  await isAt(page, "Can you hear it?");
  await press("button", /^Continue$/);
  await isAt(page, "About you and this time");
  await denyEach(page, press);
  await press("button", /^Continue$/);
  await isAt(page, "Before you begin");
  await press("button", /^4$/);
  await denyEach(page, press);
  await press("button", /^Start/);
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await press("button", /^Pause$/);
  await press("button", /^Go on$/);
  await page.getByRole("button", { name: "Pause" }).waitFor(); // once, not twice
  await toTheEnd(page);
  await isAt(page, "Sit as long as you like");
  await press("button", /^2$/);
  await page.getByRole("status").filter({ hasText: "Kept in your diary." }).waitFor();
  await press("link", /^Done$/);
  await isAt(page, "A slow wave for your low back");
  await press("link", /^Diary$/);
  await isAt(page, "Your diary");
  assert.match(await page.locator(".entries li").first().textContent(), /4 before, 2 after/);
}

describe("from the first visit to after the session", () => {
  const open = triedOn(staticSite);

  test("by touch alone", async () => {
    const { page, faults } = await open({ viewport: phone, touch: true });
    await wholeWay(page, touch(page));
    assert.deepEqual(faults, []);
  });

  test("by the keyboard alone", async () => {
    const { page, faults } = await open({ viewport: desktop });
    await wholeWay(page, keys(page));
    assert.deepEqual(faults, []);
  });

  test("by roles and names", async () => {
    const { page, faults } = await open();
    await wholeWay(page, roles(page));
    assert.deepEqual(faults, []);
  });

  test("with the network off from the moment the page is there", async () => {
    const { page, faults } = await open({ worker: true });
    await page.getByText("Supple now works without a network.").waitFor();
    await page.context().setOffline(true);
    await wholeWay(page, roles(page));
    assert.deepEqual(faults, []);
  });
});
