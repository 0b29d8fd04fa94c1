// SPDX-License-Identifier: Apache-2.0
// The tab is hidden, as it is when she looks at something else: she is led on, in time.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { suppleSite } from "./site.mjs";
import { openTabs } from "./tabs.mjs";
import { choose, toCheckIn } from "./way.mjs";

/** What is kept of a first visit to this host. */
async function keptOf(site) {
  const browser = await openBrowser();
  const { page } = await openPage(browser, site);
  await toCheckIn(page);
  // A tab that is hidden leaves the full screen, and that stops (stop.test.mjs): she has it switched off.
  await choose(page, "Full screen");
  const kept = await page.evaluate(() => ({ ...localStorage }));
  await browser.close();
  return kept;
}

/** In the tab: waits until this is there. */
const until = async (selector, text = "") => {
  const there = () => [...document.querySelectorAll(selector)].find((part) => part.textContent.includes(text));
  while (there() === undefined) await new Promise((done) => setTimeout(done, 50));
};

/** In the tab: notes when each tone begins, on the audio clock, and how many clips did. */
const note = () => {
  Object.assign(window, { tones: [], clips: 0 });
  const [tone, clip] = [OscillatorNode, AudioBufferSourceNode].map(({ prototype }) => prototype.start);
  OscillatorNode.prototype.start = function (at) {
    window.tones.push(at);
    return tone.call(this, at);
  };
  AudioBufferSourceNode.prototype.start = function (...when) {
    window.clips += 1;
    return clip.apply(this, when);
  };
};

describe("a hidden tab", () => {
  let site;
  let tabs;
  before(async () => {
    [site, tabs] = await Promise.all([suppleSite(), openTabs()]);
  });
  after(async () => {
    await tabs.close();
    site.close();
  });

  test("leads on in time: no breath comes late, and what is shown has gone on when she looks again", async () => {
    const kept = await keptOf(site);
    const tab = await tabs.open(`${site.url}?speed=60`);
    await tab.run(until, "h1");
    await tab.run((all) => Object.assign(localStorage, all), kept);
    await tab.run(() => void location.reload());
    await new Promise((done) => setTimeout(done, 1000));
    await tab.run(until, "h1");
    await tab.run(() => document.querySelector("a.main").click());
    await tab.run(until, ".signs .chip");
    await tab.run(note);
    await tab.run(() => {
      for (const no of document.querySelectorAll(".signs .chip:nth-child(2)")) no.click();
      return new Promise((done) => setTimeout(done, 100));
    });
    await tab.run(() => document.querySelector("button.main").click());
    await tab.run(until, ".session h1", "Centre");
    await tab.run(() => history.replaceState(null, "", `?speed=1${location.hash}`));

    const other = await tabs.open("about:blank");
    await other.activate();
    const place = () => document.querySelector(".progress").getAttribute("aria-label");
    const [state, before] = [await tab.run(() => new Promise((done) => setTimeout(() => done(document.visibilityState), 300))), await tab.run(place)];
    assert.equal(state, "hidden");
    const from = await tab.run(() => window.tones.length);
    await new Promise((done) => setTimeout(done, 16_000));
    assert.equal(await tab.run(() => document.visibilityState), "hidden");
    const tones = await tab.run((from) => window.tones.slice(from), from);
    const apart = tones.slice(1).map((at, i) => at - tones[i]);
    console.log(`hidden: breaths ${apart.map((seconds) => seconds.toFixed(3)).join(", ")} s apart`);
    assert.ok(apart.length >= 3, `only ${tones.length} tones in 16 s`);
    // Of the first minute, 8 a minute; then hers, 6 a minute.
    for (const seconds of apart) assert.ok([3, 4.5, 4, 6].some((wanted) => Math.abs(seconds - wanted) < 0.05), `${apart}`);

    await tab.activate();
    await new Promise((done) => setTimeout(done, 500));
    assert.equal(await tab.run(() => document.visibilityState), "visible");
    assert.notEqual(await tab.run(place), before, "nothing went on");
    assert.ok(await tab.run(() => document.querySelector(".session .stop") !== null));
  });
});
