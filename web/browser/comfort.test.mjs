// SPDX-License-Identifier: Apache-2.0
// Her comfort, and her breath: what she chooses is done, and is there the next time.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { suppleSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, choose, section, start, toCheckIn, toTheEnd } from "./way.mjs";

/** Notes the sections, captions and breath words that are shown. */
const watch = (page) =>
  page.evaluate(() => {
    window.seen = { sections: new Set(), captions: new Set(), breaths: new Set() };
    new MutationObserver(() => {
      for (const [kind, place] of [["sections", "h1"], ["captions", ".cue"], ["breaths", ".breath strong"]])
        window.seen[kind].add(document.querySelector(`.session ${place}`)?.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
const seen = (page) => page.evaluate(() => Object.fromEntries(Object.entries(window.seen).map(([kind, all]) => [kind, [...all].join(" | ").replaceAll("\n", " ")])));

describe("comfort", () => {
  const open = triedOn(suppleSite);

  test("a sore pelvis leaves the sides out, a head kept up does not hang; both are told first, and remembered", async () => {
    const { page, faults } = await open({ known: true, speed: 20 });
    await toCheckIn(page);
    for (const name of ["My pelvis or pubic bone hurts", "Keep my head up"]) await page.getByRole("button", { name }).click();
    await answer(page);
    await watch(page);
    await start(page);
    await page.getByRole("heading", { name: "Sit as long as you like" }).waitFor({ timeout: 60_000 });
    const { sections, captions } = await seen(page);
    assert.doesNotMatch(sections, /side/);
    assert.match(captions, /no wider than your hips/);
    assert.match(captions, /head higher than your hips/);
    assert.doesNotMatch(captions, /head hang/);
    await page.getByRole("link", { name: "Done" }).click();
    await page.reload();
    await toCheckIn(page);
    assert.equal(await page.getByRole("button", { name: "Keep my head up" }).getAttribute("aria-pressed"), "true");
    assert.deepEqual(faults, []);
  });

  test("what a workout leaves out for a sore pelvis is not led alone either, and says why", async () => {
    const { page, faults } = await open({ known: true });
    await page.getByRole("link", { name: /^Open book/ }).click();
    await page.locator("#pain").waitFor();
    await answer(page);
    const why = page.locator(".halt").getByText("This one works one side, or sets one foot in front: it is left out while your pelvis is sore.");
    const led = page.getByRole("button", { name: "Start", exact: true });
    assert.equal(await led.getAttribute("aria-disabled"), "false");
    await page.getByRole("button", { name: "My pelvis or pubic bone hurts" }).click();
    await why.waitFor();
    assert.equal(await led.getAttribute("aria-disabled"), "true");
    assert.equal(await page.locator(".findings li").count(), 0, "said once");
    await page.getByRole("button", { name: "My pelvis or pubic bone hurts" }).click();
    await why.waitFor({ state: "detached" });
    assert.equal(await led.getAttribute("aria-disabled"), "false");
    assert.deepEqual(faults, []);
  });

  /** Notes which clips of the voice sound, from the press of Start on: their seconds, since a buffer has no name. */
  const noteClips = (page) =>
    page.addInitScript(() => {
      window.said = [];
      const start = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function (...when) {
        if (!this.loop) window.said.push(this.buffer.duration);
        return start.apply(this, when);
      };
    });
  const secondsOf = (page, text) =>
    page.evaluate(async (said) => {
      const bytes = new TextEncoder().encode(said);
      let hash = 0xcbf29ce484222325n;
      for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      const clip = await (await fetch(`clips/${hash.toString(16).padStart(16, "0")}.wav`)).arrayBuffer();
      return (await new AudioContext().decodeAudioData(clip)).duration;
    }, text);

  const fold = "Fold your mat double and kneel on the fold.";
  const knees = (page) => page.getByRole("button", { name: "Knees? Fold the mat" });

  for (const [by, take] of [["a tap", (page) => knees(page).click()], ["a key", (page) => page.keyboard.press("Enter")]])
    test(`knees are offered by voice when her weight is there; taken once by ${by}, it is told first the next time`, async () => {
      const { page, faults } = await open({ known: true, speed: 4 });
      await noteClips(page);
      await page.reload();
      const [offer, taken] = [await secondsOf(page, `Knees? ${fold}`), await secondsOf(page, "Take your time. I will say it first next time.")];
      const heard = (seconds) => page.waitForFunction((wanted) => window.said.some((each) => Math.abs(each - wanted) < 0.001), seconds);
      await toCheckIn(page);
      await answer(page);
      await start(page);
      await page.locator(".cue", { hasText: "Come onto your hands and knees" }).waitFor();
      assert.equal(await knees(page).count(), 0, "offered before her weight is there");
      await heard(offer);
      await knees(page).waitFor();
      await take(page);
      await page.getByText("I will say it first next time.").waitFor();
      await heard(taken);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("button", { name: "Pause" }).waitFor();
      assert.equal(await knees(page).count(), 0);
      await toTheEnd(page);
      await page.goto(page.url().replace(/\?.*/, "?speed=4"));
      await toCheckIn(page);
      await answer(page);
      await start(page);
      await heard(await secondsOf(page, fold));
      await page.locator(".cue", { hasText: "Wrists?" }).waitFor();
      assert.equal(await knees(page).count(), 0, "offered again");
      assert.deepEqual(faults, []);
    });
});

describe("her breath", () => {
  const open = triedOn(suppleSite);

  test("is learned from taps on the screen, of the space bar and of a headset, over four breaths", async () => {
    const { page } = await open({ known: true });
    await page.addInitScript(() => {
      window.keys = {};
      navigator.mediaSession.setActionHandler = (key, handler) => void (window.keys[key] = handler);
    });
    await page.reload();
    await toCheckIn(page);
    await page.getByRole("link", { name: "Change" }).click();
    assert.equal(await page.evaluate(() => Object.keys(window.keys).length), 0, "her music has lost its buttons");
    await page.getByRole("button", { name: "Locked screen" }).click();
    await page.waitForFunction(() => window.keys.pause);
    await page.clock.install();
    for (const [i, by] of ["screen", "space", "headset", "space", "screen"].entries()) {
      if (i > 0) await page.clock.fastForward(7500);
      if (by === "headset") await page.evaluate(() => window.keys.pause());
      else if (by === "screen") await page.getByRole("button", { name: "Tap", exact: true }).click();
      else await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true })));
    }
    await page.getByText("Your pace: 8 breaths a minute.").waitFor();
    await page.getByRole("link", { name: "Done" }).click();
    await page.getByText("8 breaths a minute").waitFor();
  });

  test("is left alone where she wants no pacer", async () => {
    // Slowly until all is told: a caption must stand on the screen of a slow machine, too.
    const { page, faults } = await open({ known: true, speed: 20 });
    await toCheckIn(page);
    await choose(page, "My own breath, without a pacer");
    await answer(page);
    await watch(page);
    await start(page);
    await section(page, "Centre", 100);
    await section(page, "Finish");
    const { captions, breaths } = await seen(page);
    assert.match(captions, /Keep your own breath today/);
    assert.doesNotMatch(captions, /Now with me/);
    assert.doesNotMatch(breaths, /Breathe/);
    assert.deepEqual(faults, []);
  });
});
