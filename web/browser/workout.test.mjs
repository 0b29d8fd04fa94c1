// SPDX-License-Identifier: Apache-2.0
// A workout: found on the first screen, checked in with what is left out and why, led from one exercise to the next, and
// kept in the diary by its name.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, atSpeed, pastTheDoor, section, start, toTheEnd } from "./way.mjs";

describe("a workout", () => {
  const open = triedOn(staticSite);

  async function checkIn(name) {
    const opened = await open();
    await opened.page.locator(".workouts").getByRole("link", { name }).click();
    await pastTheDoor(opened.page);
    return opened;
  }

  test("is listed with its length, led with its transitions told, and named in the diary", async () => {
    const { page, faults } = await checkIn("Five minutes for the low back");
    assert.deepEqual(await page.locator(".parts ol li").allTextContents(), ["Rock back and forth", "Round to flat and back"]);
    assert.equal(await page.locator(".left-out").count(), 0);
    await answer(page, { pain: 2 });
    await start(page);
    await atSpeed(page, 60);
    await section(page, "Round to flat and back", 300);
    await toTheEnd(page);
    await page.evaluate(() => { location.hash = "#/diary"; });
    await page.getByText("Five minutes for the low back").first().waitFor();
    assert.deepEqual(faults, []);
  });

  test("says before Start what is left out today, and why, and is still led", async () => {
    const { page, faults } = await checkIn("Evening wind-down");
    await page.getByRole("button", { name: "My pelvis or pubic bone hurts" }).click();
    await page.locator(".left-out li").first().waitFor();
    const left = await page.locator(".left-out li").allTextContents();
    assert.ok(left.some((line) => /^Turn and look: .*pelvis/.test(line)), left.join("; "));
    assert.ok(left.some((line) => /^Open book: .*pelvis/.test(line)), left.join("; "));
    assert.ok((await page.locator(".parts ol li").allTextContents()).includes("Child's pose with room"));
    await answer(page);
    await start(page);
    await page.getByRole("button", { name: "STOP", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /Stopped/ }).waitFor();
    assert.deepEqual(faults, []);
  });
});
