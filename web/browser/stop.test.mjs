// SPDX-License-Identifier: Apache-2.0
// Stop: by every route, from every state, in both settings; what sounds is heard at the end of the audio graph.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hearAfter, listen, untilItSounds } from "./ears.mjs";
import { suppleSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { answer, choose, section, start } from "./way.mjs";

/** The shortest exercise with a teaching round, and one with sides: a track is rendered before it begins. */
const short = "rock-back";
const sided = "release-your-low-back";

/** A sound below this, of 1, is silence (-80 dB). */
const silent = 1e-4;

const press = (key) => `document.dispatchEvent(new KeyboardEvent("keydown", { key: "${key}", bubbles: true, cancelable: true }))`;
const routes = {
  "the button": 'document.querySelector(".stop").click()',
  "the key S": press("s"),
  Escape: press("Escape"),
};
/** Only beside her music does the session fill the screen. */
const fullScreen = { "leaving the full screen": "document.exitFullscreen()" };
const headset = { "a double press of the headset": "window.keys.nexttrack()", "the headset's stop": "window.keys.stop()" };

/** On the way, and from the section on: rest is offered 1.5 s of the session's time after a stop; until then it is quiet. A track's time is then the room's. */
const speeds = { music: [60, 4], locked: [16] };
const quiet_ms = 340;

describe("stop", () => {
  const open = triedOn(suppleSite);

  async function prepare(page) {
    await listen(page);
    await page.addInitScript(() => {
      window.keys = {};
      navigator.mediaSession.setActionHandler = (key, handler) => void (window.keys[key] = handler);
    });
  }

  async function sounding(setting, title, pause) {
    const [speed, slower] = speeds[setting];
    const { page, faults } = await open({ known: true, at: `check-in/${title === "Left side" ? sided : short}`, speed: title === "Get ready" ? (slower ?? speed) : speed, prepare });
    if (setting === "locked") await choose(page, "Locked screen");
    await answer(page);
    await start(page);
    if (setting === "music") await page.waitForFunction(() => document.fullscreenElement !== null);
    await section(page, title, slower);
    await untilItSounds(page);
    if (pause) await page.getByRole("button", { name: "Pause" }).click();
    return { page, faults };
  }

  async function stops(page, act) {
    const heard = await hearAfter(page, act, quiet_ms);
    assert.ok(heard.some(([ms]) => ms > 100 && ms < 200), "nobody listened");
    assert.deepEqual(heard.filter(([ms, peak]) => ms > 100 && peak > silent), [], "something sounds 100 ms after the stop");
    await page.getByRole("heading", { name: /^Stopped\. Rest any way you like/ }).waitFor();
    assert.equal(await page.getByRole("button").count(), 0, "a stop that asks for something");
    assert.equal(await page.locator("canvas").count(), 0, "something still moves");
  }

  const button = { "the button": routes["the button"] };
  for (const setting of ["music", "locked"]) {
    const all = setting === "locked" ? { ...routes, ...headset } : { ...routes, ...fullScreen };
    for (const [title, pause, ways] of [["Get ready", false, all], ["Teaching round", false, all], ["Teaching round", true, all], ["Left side", false, button]])
      for (const [route, act] of Object.entries(ways))
        test(`by ${route}, in "${title}"${pause ? ", in a pause" : ""}, in the setting "${setting}"`, async () => {
          const { page, faults } = await sounding(setting, title, pause);
          await stops(page, act);
          assert.deepEqual(faults, []);
        });
  }
});
