// SPDX-License-Identifier: Apache-2.0
// The setting "locked screen": the session as one track, its buttons on the headset, its time that of the track.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listen, untilItSounds } from "./ears.mjs";
import { suppleSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, choose, section, start, toCheckIn } from "./way.mjs";

describe("a locked screen", () => {
  const open = triedOn(suppleSite);

  async function prepare(page, offline) {
    await listen(page);
    await page.addInitScript(() => {
      window.keys = {};
      navigator.mediaSession.setActionHandler = (key, handler) => void (window.keys[key] = handler);
      window.tracks = [];
      window.session = () => window.tracks.find(({ duration }) => duration > 60);
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function () {
        if (!window.tracks.includes(this)) window.tracks.push(this);
        return play.call(this);
      };
    });
    if (!offline) return;
    // Without a network our own server is not there either: then the page keeps the diary, as on any other host, and
    // the icon, which the browser asks for whenever it likes, is at hand.
    await page.route("**/host.json", (route) => route.fulfill({ json: { diary: "page" } }));
    await page.route("**/icon.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg'/>" }));
  }

  async function led(offline = false) {
    const { page, faults } = await open({ known: true, speed: 16, prepare: (page) => prepare(page, offline) });
    await toCheckIn(page);
    await choose(page, "Locked screen");
    await answer(page);
    await start(page);
    if (offline) await page.context().setOffline(true);
    return { page, faults };
  }

  test("is led to its end by one track, with the network off", async () => {
    const { page, faults } = await led(true);
    await untilItSounds(page);
    assert.equal(await page.evaluate(() => navigator.mediaSession.metadata.title), "Release your low back");
    for (const title of ["Teaching round", "Centre", "Left side", "Right side", "Finish"]) await section(page, title);
    await page.getByRole("heading", { name: "Sit as long as you like" }).waitFor({ timeout: 120_000 });
    assert.deepEqual(faults, []);
  });

  test("pauses and goes on by one press of the headset, and keeps the time of the track", async () => {
    const { page, faults } = await led();
    await section(page, "Teaching round");
    assert.equal(await page.evaluate(() => document.fullscreenElement), null, "a phone that is locked may leave the full screen, which stops");
    await page.evaluate(() => window.keys.pause());
    await page.getByRole("button", { name: "Go on" }).waitFor();
    const playing = () => page.evaluate(() => window.session().currentTime);
    const place = await playing();
    await page.waitForTimeout(300);
    assert.equal(await playing(), place, "the track plays in a pause");
    await page.evaluate(() => window.keys.play());
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.waitForFunction((before) => window.session().currentTime > before + 1, place);
    assert.deepEqual(faults, []);
  });

  test("waits when another player or a call takes the sound away", async () => {
    const { page } = await led();
    await section(page, "Teaching round");
    await page.evaluate(() => window.session().pause());
    await page.getByRole("button", { name: "Go on" }).waitFor();
  });

  test("keeps the pace it began with, and says so", async () => {
    const { page } = await led();
    await page.getByText("The pace stays as it began.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Slower" }).getAttribute("aria-disabled"), "true");
  });
});
