// SPDX-License-Identifier: Apache-2.0
// Films and cards, asked for in the page and made by our own server.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { desktop, smallPhone } from "./browser.mjs";
import { staticSite, suppleSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";

const toTake = async (page) => {
  await page.getByRole("link", { name: "Film and card of Release your low back" }).click();
  await page.getByRole("heading", { level: 1, name: "Release your low back" }).waitFor();
};
const made = (page, what) => page.locator(".made li").filter({ hasText: what });

describe("films and cards", () => {
  const open = triedOn(suppleSite);

  test("a card is made and saved; a film says how far it is, waits for its turn and can be cancelled", async () => {
    const { page, faults } = await open({ viewport: desktop });
    await toTake(page);
    await page.getByRole("button", { name: "Make the card" }).click();
    const card = made(page, "Card: Release your low back");
    await card.getByRole("link", { name: "Save" }).waitFor({ timeout: 20_000 });
    const [file] = await Promise.all([page.waitForEvent("download"), card.getByRole("link", { name: "Save" }).click()]);
    assert.equal(file.suggestedFilename(), "release-your-low-back.pdf");
    assert.match(await readFile(await file.path(), "latin1"), /^%PDF/);

    await page.getByRole("button", { name: "Night" }).click();
    await page.getByRole("button", { name: "Make the film" }).click();
    await page.getByRole("button", { name: "Make the film" }).click();
    const films = made(page, "Film: Release your low back");
    await films.nth(1).getByText("Waits for its turn.").waitFor();
    await films.nth(0).getByText(/\d+ of 100/).waitFor();
    assert.deepEqual(await violations(page), []);
    await films.nth(1).getByRole("button", { name: "Cancel" }).click();
    await films.nth(1).waitFor({ state: "detached" });
    await films.nth(0).getByRole("button", { name: "Cancel" }).click();
    await films.nth(0).waitFor({ state: "detached" });
    await card.getByRole("button", { name: "Remove" }).click();
    await page.getByText("Nothing yet.").waitFor();
    assert.deepEqual(faults, []);
  });

  test("a workout is taken along too", async () => {
    const { page, faults } = await open({ viewport: desktop });
    await page.getByRole("link", { name: "Film and card of At the desk" }).click();
    await page.getByRole("heading", { level: 1, name: "At the desk" }).waitFor();
    await page.getByRole("button", { name: "Make the card" }).click();
    const card = made(page, "Card: At the desk");
    await card.getByRole("link", { name: "Save" }).waitFor({ timeout: 20_000 });
    const [file] = await Promise.all([page.waitForEvent("download"), card.getByRole("link", { name: "Save" }).click()]);
    assert.match(await readFile(await file.path(), "latin1"), /^%PDF/);
    await page.getByRole("button", { name: "Make the film" }).click();
    const film = made(page, "Film: At the desk");
    await film.getByText(/\d+ of 100/).waitFor();
    await film.getByRole("button", { name: "Cancel" }).click();
    await film.waitFor({ state: "detached" });
    await card.getByRole("button", { name: "Remove" }).click();
    assert.deepEqual(faults, []);
  });

  test("too many are refused in words", async () => {
    const { page } = await open({ viewport: smallPhone });
    await toTake(page);
    for (let i = 0; i < 6; i += 1) await page.getByRole("button", { name: "Make the film" }).click();
    await page.getByText("Others are waiting already.").waitFor();
    for (let left = await page.locator(".made li").count(); left > 0; left -= 1) {
      await page.locator(".made li").last().getByRole("button").click();
      await page.waitForFunction((count) => document.querySelectorAll(".made li").length < count, left);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});

describe("a host that makes none", () => {
  const open = triedOn(staticSite);

  test("offers none", async () => {
    const { page, faults } = await open();
    assert.equal(await page.getByRole("link", { name: /Film and card/ }).count(), 0);
    await page.evaluate(() => location.replace("#/take/release-your-low-back"));
    await page.getByText("This host cannot make films and cards.").waitFor();
    assert.deepEqual(faults, []);
  });
});
