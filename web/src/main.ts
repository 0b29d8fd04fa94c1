// SPDX-License-Identifier: Apache-2.0
import "./look/look.css";
import { checkIn, type Sign } from "./checkin";
import { Core, type Settings } from "./core/core";
import { button, element, show } from "./dom";
import { createPainter } from "./figure/painter";
import { lead } from "./session";
import { Sound } from "./sound/sound";
import { words } from "./words/en";

const exercise = "library/release-your-low-back.md";

/** The voice's clips that the site has; without them captions and tones lead alone. */
async function clipsOf(sound: Sound): Promise<[Record<string, number>, Map<string, AudioBuffer>]> {
  const answer = await fetch("clips/index.json");
  const lengths = answer.ok ? ((await answer.json()) as { clips: Record<string, number> }).clips : {};
  const clips = new Map<string, AudioBuffer>();
  await Promise.all(
    Object.keys(lengths).map(async (name) => {
      const clip = await sound.clip(`clips/${name}.wav`);
      if (clip) clips.set(name, clip);
    }),
  );
  return [lengths, clips];
}

function after(stopped: boolean, core: Core): void {
  const heading = element("h1", { tabindex: "-1" }, stopped ? words.stopped : words.finished);
  const more = stopped ? [element("p", {}, words.call)] : [];
  show(element("main", {}, heading, ...more, button(words.home2, { class: "main" }, () => home(core))));
}

async function begin(core: Core, settings: Settings): Promise<void> {
  const sound = new Sound();
  await sound.resume();
  const [lengths, clips] = await clipsOf(sound);
  core.open(await (await fetch(exercise)).text(), settings, lengths);
  lead(core, sound, clips, (stopped) => after(stopped, core));
}

function home(core: Core): void {
  const canvas = element("canvas", { role: "img", "aria-label": "On hands and knees, the back rounded, the head hanging." });
  const start = button(words.start, { class: "main" }, async () => {
    const signs = (await (await fetch("stop_signs.json")).json()) as Sign[];
    checkIn(signs, (settings) => void begin(core, settings));
  });
  show(
    element("main", {}, element("h1", { tabindex: "-1" }, words.home), element("div", { class: "stage" }, canvas), start,
      element("p", { class: "soft" }, words.lead), element("p", { class: "soft" }, words.foot)),
  );
  core.still("all-fours", ["spine.round", "head.drop"], 24);
  createPainter(canvas).paint(core.draw(-1));
}

Core.load("core.wasm").then(home, () => show(element("main", {}, element("p", { role: "alert" }, words.failed))));
