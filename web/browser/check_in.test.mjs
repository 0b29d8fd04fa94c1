// SPDX-License-Identifier: Apache-2.0
// What must be answered before a session, on a host that knows nothing but files.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, start, toCheckIn, toTheEnd } from "./way.mjs";

describe("the check-in", () => {
  const open = triedOn(staticSite);

  test("lets nobody start who has left a sign open", async () => {
    const { page, faults } = await open({ known: true });
    await toCheckIn(page);
    const button = page.getByRole("button", { name: "Start" });
    const mayStart = async () => (await button.getAttribute("aria-disabled")) === "false";
    const noes = await page.getByRole("button", { name: /^No: / }).all();
    for (const no of noes.slice(1)) await no.click();
    assert.equal(await mayStart(), false);
    assert.ok(await page.getByText("One more to answer. What is left open counts as yes.").isVisible());
    await button.click({ force: true });
    await page.waitForTimeout(800); // a session takes some time to begin
    assert.equal(await page.getByRole("button", { name: "STOP", exact: true }).count(), 0);
    assert.ok(await page.getByRole("heading", { name: "Before you begin" }).isVisible());
    await noes[0].click();
    assert.equal(await mayStart(), true);
    assert.deepEqual(faults, []);
  });

  test("chooses nothing for her", async () => {
    const { page } = await open({ known: true });
    await toCheckIn(page);
    assert.equal(await page.locator(".scale [aria-pressed=true], .signs [aria-pressed=true]").count(), 0);
  });

  test("ends the day's practice with one yes", async () => {
    const { page, faults } = await open({ known: true });
    await toCheckIn(page);
    await page.getByRole("button", { name: /^Yes: / }).first().click();
    const notToday = page.getByRole("heading", { name: /^Not today\. Please call your midwife/ });
    await notToday.waitFor();
    await page.reload();
    await notToday.waitFor();
    await page.getByRole("link", { name: "Back to the beginning" }).click();
    await page.getByRole("link", { name: "Start" }).click();
    await notToday.waitFor();
    assert.equal(await page.getByRole("button", { name: "Start" }).count(), 0);
    assert.deepEqual(faults, []);
  });

  test("leads nobody who says yes while the session is being prepared", async () => {
    const { page, faults } = await open({ known: true });
    await toCheckIn(page);
    await answer(page);
    await page.route("**/clips/**", async (route) => {
      await new Promise((done) => setTimeout(done, 800));
      await route.continue().catch(() => undefined);
    });
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: /^Yes: / }).first().click();
    await page.waitForTimeout(1500);
    assert.ok(await page.getByRole("heading", { name: /^Not today/ }).isVisible());
    assert.equal(await page.getByRole("button", { name: "STOP", exact: true }).count(), 0);
    assert.deepEqual(faults, []);
  });

  test("says that a host without clips has no voice, and leads without", async () => {
    const { page, faults } = await open({ known: true });
    await toCheckIn(page);
    assert.ok(await page.getByText("No voice here: captions and tones lead you.").isVisible());
    await answer(page);
    await start(page);
    await toTheEnd(page);
    assert.deepEqual(faults, []);
  });
});
