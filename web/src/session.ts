// SPDX-License-Identifier: Apache-2.0
// The session on the screen: it tells the core the time and what she does, and does what the core answers.
import type { Core, EventName, Told } from "./core/core";
import { button, element, show } from "./dom";
import { createPainter } from "./figure/painter";
import type { Sound } from "./sound/sound";
import { words } from "./words/en";

export function lead(core: Core, sound: Sound, clips: ReadonlyMap<string, AudioBuffer>, ended: (stopped: boolean) => void): void {
  const canvas = element("canvas", { "aria-hidden": "true" });
  const where = element("strong", {});
  const left = element("span", { class: "soft" });
  const breath = element("p", { class: "breath" });
  const caption = element("p", { class: "caption", "aria-live": "polite" });
  const slower = button(words.slower, {}, () => tell("slower"));
  const pause = button(words.pause, {}, () => tell(paused ? "resume" : "pause"));
  const faster = button(words.faster, {}, () => tell("faster"));
  const stop = button(words.stop, { class: "stop" }, () => tell("stop"));
  let paused = false;
  let running = true;

  const obey = ({ actions, moment }: Told): void => {
    for (const action of actions) {
      if (action.kind === "silence") sound.silence();
      if (action.kind === "tone") sound.tone(action);
      if (action.kind === "caption") caption.textContent = action.text ?? "";
      const clip = action.kind === "speak" ? clips.get(action.clip ?? "") : undefined;
      if (clip) sound.speak(clip, action.at_s);
    }
    paused = moment.state === "paused";
    pause.textContent = paused ? words.goOn : words.pause;
    where.textContent = moment.section_title;
    left.textContent = words.left(Math.round(moment.left_s / 60));
    breath.textContent = words[moment.breath];
    slower.setAttribute("aria-disabled", String(moment.slowest));
    faster.setAttribute("aria-disabled", String(moment.fastest));
    if (moment.state === "stopped" || moment.state === "finished") finish(moment.state === "stopped");
  };
  const tell = (event: EventName): void => {
    if (running) obey(core.event(event, sound.clock_s));
  };
  const finish = (stopped: boolean): void => {
    running = false;
    clearInterval(timer);
    document.removeEventListener("keydown", key);
    ended(stopped);
  };
  const key = (event: KeyboardEvent): void => {
    const onButton = document.activeElement instanceof HTMLButtonElement;
    if (event.key === " " && !onButton) tell(paused ? "resume" : "pause");
    else if (event.key === "Escape" || event.key.toLowerCase() === "s") tell("stop");
    else return;
    event.preventDefault();
  };

  show(
    element("div", { class: "session", role: "main" },
      element("p", { class: "where" }, where, left), element("div", {}, canvas), breath, caption,
      element("div", { class: "keys" }, slower, pause, faster, stop)),
  );
  const painter = createPainter(canvas);
  const frame = (): void => {
    if (!running) return;
    painter.paint(core.draw(sound.clock_s));
    requestAnimationFrame(frame);
  };
  const timer = setInterval(() => obey(core.advance(sound.clock_s)), 50);
  document.addEventListener("keydown", key);
  void navigator.wakeLock?.request("screen").catch(() => undefined);
  tell("start");
  frame();
}
