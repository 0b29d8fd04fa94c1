// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createPainter } from "../figure/painter";
import { BreathBeads } from "../parts/breath_sign";
import { Progress } from "../parts/progress";
import { Heading, Screen } from "../parts/screen";
import type { Leading } from "../session/leading";
import { keepAwake } from "../session/awake";
import { words } from "../words/en";

/** 0 at both ends of a phase, 1 between: the outline of where she comes from is never simply gone. */
const comingAndGoing = (fraction: number): number => Math.min(1, 4 * fraction, 4 * (1 - fraction));

/** Paints figure and beads on the session's clock; whoever wants little movement sees the end of each breath. */
function paintOn(canvas: HTMLCanvasElement, beads: BreathBeads, { core, leader }: Leading): () => void {
  const painter = createPainter(canvas);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const restyle = (): void => painter.restyle();
  night.addEventListener("change", restyle);
  let painted = "";
  const paint = (): void => {
    request = requestAnimationFrame(paint);
    const { phase, phase_fraction, phase_duration_s } = leader.moment.peek();
    const now = leader.clock.read();
    const step = `${phase} ${canvas.clientWidth} ${canvas.clientHeight}`;
    if (calm.matches) {
      const drawn = core.draw(now);
      beads.show(drawn[2] ?? 0, true);
      if (step === painted || !leader.running) return;
      painted = step;
    }
    const drawn = core.draw(calm.matches ? now + (1 - phase_fraction) * phase_duration_s - 0.01 : now);
    if (!calm.matches) beads.show(drawn[2] ?? 0, false);
    painter.paint(drawn, comingAndGoing(phase_fraction));
  };
  let request = requestAnimationFrame(paint);
  return () => {
    cancelAnimationFrame(request);
    night.removeEventListener("change", restyle);
  };
}

/** Space pauses unless a button has the focus, S (if she likes) and Escape stop, and so does leaving the full screen. */
function listenTo({ leader, wishes }: Leading): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === " " && !onButton) {
      if (!event.repeat) leader.pauseOrGoOn();
    } else if (event.key === "Escape" || (wishes.keyStops && event.key.toLowerCase() === "s")) leader.tell("stop");
    else return;
    event.preventDefault();
  };
  const screen = (): void => {
    if (document.fullscreenElement === null) leader.tell("stop");
  };
  document.addEventListener("keydown", key);
  document.addEventListener("fullscreenchange", screen);
  return () => {
    document.removeEventListener("keydown", key);
    document.removeEventListener("fullscreenchange", screen);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  };
}

interface Props {
  readonly leading: Leading;
  readonly ended: (stopped: boolean) => void;
}

export function Session({ leading, ended }: Props) {
  const { leader, sections, voice } = leading;
  const canvas = useRef<HTMLCanvasElement>(null);
  const beads = useMemo(() => new BreathBeads(), [leading]);
  const { state, section_title, left_s, breath, breaths_done, slowest, fastest } = leader.moment.value;
  const paused = state === "paused";

  // Before anything can be seen: there is no moment in which STOP would not stop.
  useLayoutEffect(() => {
    const ends = [paintOn(canvas.current!, beads, leading), listenTo(leading), keepAwake()];
    leader.start();
    return () => {
      ends.forEach((end) => end());
      if (leader.running) leader.tell("stop");
    };
  }, [leading]);
  useEffect(() => {
    if (state === "stopped" || state === "finished") ended(state === "stopped");
  }, [state]);

  return (
    <Screen title={leading.title} class="session">
      <div class="where">
        <div><Heading class="kicker">{section_title}</Heading><p class="soft fine">{words.left(left_s)}</p></div>
        <Progress sections={sections} done={breaths_done} />
        {voice !== "all" && <p class="soft fine">{voice === "none" ? words.noVoice : words.someVoice}</p>}
      </div>
      <div class="figure"><canvas ref={canvas} aria-hidden="true" /></div>
      <div class="breath" data-breath={breath}><beads.Sign /><strong>{words[breath]}</strong></div>
      <p class="cue" aria-live={voice === "all" ? "off" : "polite"}>{leader.caption.value}</p>
      <div class="keys">
        <div class="pace">
          <button type="button" aria-disabled={slowest} onClick={() => leader.tell("slower")}>{slowest ? words.slowest : words.slower}</button>
          <button type="button" class={paused ? "filled" : undefined} onClick={() => leader.pauseOrGoOn()}>{paused ? words.goOn : words.pause}</button>
          <button type="button" aria-disabled={fastest} onClick={() => leader.tell("faster")}>{fastest ? words.fastest : words.faster}</button>
        </div>
        <button type="button" class="stop" onClick={() => leader.tell("stop")}>{words.stop}</button>
      </div>
    </Screen>
  );
}
