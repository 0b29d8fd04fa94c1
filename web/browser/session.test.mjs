// SPDX-License-Identifier: Apache-2.0
// A session as she goes through it, led with voice by our own server, on a fast clock.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desktop } from "./browser.mjs";
import { hearAfter, listen, untilItSounds } from "./ears.mjs";
import { suppleSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, section, start, toCheckIn, toSession } from "./way.mjs";

/** A sound below this, of 1, is silence (-80 dB). */
const silent = 1e-4;

describe("a session", () => {
  const open = triedOn(suppleSite);

  const state = (page, name) => page.getByRole("heading", { name }).waitFor({ timeout: 60_000 });

  test("leads from the beginning through both sides to rest, by voice, breath and captions", async () => {
    const { page, faults } = await open({ known: true, speed: 30 });
    await toCheckIn(page);
    await answer(page, { pain: 4 });
    await page.evaluate(() => {
      window.seen = { sections: [], captions: new Set(), breaths: new Set() };
      new MutationObserver(() => {
        const said = (selector) => document.querySelector(`.session ${selector}`)?.textContent ?? "";
        const [title, caption, breath] = [said("h1"), said(".cue"), said(".breath strong")];
        if (title !== "" && title !== window.seen.sections.at(-1)) window.seen.sections.push(title);
        if (caption !== "") window.seen.captions.add(caption);
        if (breath !== "") window.seen.breaths.add(breath);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await start(page);
    assert.equal(await page.getByText("No voice here").count(), 0);
    assert.equal(await page.getByText("Part of this has no voice").count(), 0);
    await state(page, "Sit as long as you like");

    const seen = await page.evaluate(() => ({ ...window.seen, captions: [...window.seen.captions], breaths: [...window.seen.breaths] }));
    assert.deepEqual(seen.sections, ["Get ready", "Teaching round", "Centre", "Left side", "Right side", "Finish"]);
    assert.deepEqual(seen.breaths.sort(), ["Breathe in", "Breathe out", "Your own breath"]);
    assert.ok(seen.captions.length > 20, `only ${seen.captions.length} captions`);
    for (const side of ["left", "right"]) assert.ok(seen.captions.some((caption) => caption.includes(`your ${side} side`)), side);

    assert.ok(await page.getByText("before: 4").isVisible());
    await page.locator(".scale button").nth(6).click();
    assert.ok(await page.getByText("Your number is higher than before").isVisible());
    await page.locator(".scale button").nth(2).click();
    assert.equal(await page.getByText("Your number is higher than before").count(), 0);
    await page.getByRole("link", { name: "Done" }).click();
    await state(page, "A slow wave for your low back");
    assert.deepEqual(faults, []);
  });

  test("stops at once, in silence, and asks nothing more", async () => {
    const { page, faults } = await open({ known: true, speed: 4, prepare: listen });
    await toSession(page);
    await untilItSounds(page);
    const heard = await hearAfter(page, 'document.querySelector(".stop").click()', 340); // rest is offered 1.5 s of its time later
    const late = heard.filter(([ms, peak]) => ms > 100 && peak > silent);
    assert.deepEqual(late, [], "something sounds 100 ms after STOP");
    assert.ok(heard.some(([ms]) => ms > 100 && ms < 200), "nobody listened");
    await state(page, /^Stopped\. Rest any way you like/);
    assert.equal(await page.getByRole("button").count(), 0, "a stop that asks for something");
    await untilItSounds(page); // rest is offered by voice, once: then it is quiet
    const after = await hearAfter(page, "", 4000);
    assert.deepEqual(after.filter(([ms, peak]) => ms > 2000 && peak > silent), []);
    await page.getByRole("link", { name: "Back to the beginning" }).click();
    await state(page, "A slow wave for your low back");
    await page.waitForFunction(() => window.loudest() < 1e-4);
    assert.deepEqual(faults, []);
  });

  test("stops in a pause too, and never goes on after it", async () => {
    const { page, faults } = await open({ known: true, speed: 60 });
    await toSession(page);
    await section(page, "Teaching round", 10);
    await page.getByRole("button", { name: "Pause" }).click();
    const left = await page.locator(".where .soft").first().textContent();
    await page.waitForTimeout(300);
    assert.equal(await page.locator(".where .soft").first().textContent(), left);
    await page.getByRole("button", { name: "STOP", exact: true }).click();
    await state(page, /^Stopped/);
    await page.goBack();
    await page.goForward();
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole("button", { name: /Go on|Pause/ }).count(), 0);
    assert.deepEqual(faults, []);
  });

  test("changes its pace without losing the place", async () => {
    const { page, faults } = await open({ known: true, speed: 60 });
    await toSession(page);
    await section(page, "Centre", 5);
    for (let i = 0; i < 20; i += 1) await page.getByRole("button", { name: /^Slow/ }).click({ force: true });
    assert.ok(await page.getByRole("button", { name: "Slowest" }).isVisible());
    assert.equal(await page.locator(".session h1").textContent(), "Centre");
    for (let i = 0; i < 20; i += 1) await page.getByRole("button", { name: /^Fast/ }).click({ force: true });
    assert.ok(await page.getByRole("button", { name: "Fastest" }).isVisible());
    assert.equal(await page.locator(".session h1").textContent(), "Centre");
    assert.deepEqual(faults, []);
  });

  test("fills the screen, and leaving it stops", async () => {
    const { page, faults } = await open({ known: true, viewport: desktop });
    await toSession(page);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.evaluate(() => document.exitFullscreen());
    await state(page, /^Stopped/);
    assert.deepEqual(faults, []);
  });

  test("moves the figure", async () => {
    const { page, faults } = await open({ known: true, speed: 60 });
    await toSession(page);
    await section(page, "Centre", 5);
    const picture = () => page.evaluate(() => document.querySelector("canvas").toDataURL());
    const first = await picture();
    await page.waitForFunction((before) => document.querySelector("canvas").toDataURL() !== before, first);
    await page.getByRole("button", { name: "Pause" }).click();
    // She comes to rest, and is painted once more as finely as can be: then nothing changes any more.
    let [before, stills] = ["", 0];
    for (let looks = 0; looks < 40 && stills < 3; looks += 1) {
      await page.waitForTimeout(200);
      const now = await picture();
      stills = now === before ? stills + 1 : 0;
      before = now;
    }
    assert.ok(stills >= 3, "something moves in a pause");
    assert.deepEqual(faults, []);
  });

  test("moves little for whom movement disturbs", async () => {
    const { page, faults } = await open({ known: true, speed: 60, calm: true });
    await toSession(page);
    await section(page, "Centre", 5);
    const places = () => page.locator(".beads rect").evaluateAll((beads) => beads.map((bead) => bead.getAttribute("transform")).join());
    const pictures = new Set();
    const first = await places();
    for (let i = 0; i < 60; i += 1) {
      pictures.add(await page.evaluate(() => document.querySelector("canvas").toDataURL()));
      assert.equal(await places(), first, "the row of beads moves");
      await page.waitForTimeout(30);
    }
    assert.ok(pictures.size > 1 && pictures.size < 10, `${pictures.size} pictures in two breaths`);
    assert.deepEqual(faults, []);
  });
});
