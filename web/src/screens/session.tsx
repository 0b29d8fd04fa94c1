// SPDX-License-Identifier: Apache-2.0
import { computed, type ReadonlySignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Moment } from "../core/core";
import { createPainter } from "../figure/painter";
import { turning } from "../figure/turning";
import { BreathBeads } from "../parts/breath_sign";
import { Offers } from "../parts/offers";
import { Progress } from "../parts/progress";
import { Heading, Screen } from "../parts/screen";
import type { Leading } from "../session/leading";
import { keepAwake } from "../session/awake";
import { words } from "../words/en";
import { practice } from "../words/practice";
import { say } from "../words/say";

/** Paints figure and beads on the session's clock; whoever wants little movement sees the end of each breath. */
function paintOn(canvas: HTMLCanvasElement, beads: BreathBeads, { core, leader, wishes }: Leading): () => void {
  const { mirror } = wishes.told;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const painter = createPainter(canvas, core, { mirror, continuous: !calm.matches });
  const hand = turning(canvas, mirror, () => void (painted = ""));
  const night = matchMedia("(prefers-color-scheme: dark)");
  const restyle = (): void => painter.restyle();
  night.addEventListener("change", restyle);
  let painted = "";
  const toEndOfBreath = (now: number): boolean => {
    const { phase, phase_fraction, phase_duration_s } = leader.moment.peek();
    const { width, height } = painter.size();
    const step = `${phase} ${width} ${height}`;
    if (step === painted || !leader.running) return false;
    painted = step;
    core.pose(now + (1 - phase_fraction) * phase_duration_s - 0.01);
    return true;
  };
  const paint = (): void => {
    request = requestAnimationFrame(paint);
    if (!painter.due()) return;
    const now = leader.clock.read();
    const breath = core.pose(now);
    // Before the beads: she is fitted to the page as it is, and they change it.
    if (!calm.matches || toEndOfBreath(now)) painter.paint(hand.turn());
    beads.show(breath, calm.matches);
  };
  let request = requestAnimationFrame(paint);
  return () => {
    cancelAnimationFrame(request);
    hand.end();
    painter.end();
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
    } else if (event.key === "Escape" || (wishes.told.keyStops && event.key.toLowerCase() === "s")) leader.tell("stop");
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

/** What of a moment the screen tells, in whole minutes. */
type Told = Pick<Moment, "state" | "phase" | "section" | "left_s" | "breath" | "breaths_done" | "slowest" | "fastest">;

const toldOf = ({ state, phase, section, left_s, breath, breaths_done, slowest, fastest }: Moment): Told =>
  ({ state, phase, section, left_s: 60 * Math.round(left_s / 60), breath, breaths_done, slowest, fastest });

/** There is a new moment with every tick, but seldom another thing to tell: the same object until then. */
function toldBy(moment: ReadonlySignal<Moment>): ReadonlySignal<Told> {
  let told = toldOf(moment.peek());
  return computed(() => {
    const next = toldOf(moment.value);
    if ((Object.keys(next) as (keyof Told)[]).some((key) => next[key] !== told[key])) told = next;
    return told;
  });
}

/** What the light of the spine says. */
const Legend = () => <p class="legend soft fine">{words.movesLittle}<i aria-hidden="true" />{words.movesMost}</p>;

interface Props {
  readonly leading: Leading;
  readonly ended: (stopped: boolean) => void;
}

export function Session({ leading, ended }: Props) {
  const { leader, titles, sections, voice } = leading;
  const canvas = useRef<HTMLCanvasElement>(null);
  const beads = useMemo(() => new BreathBeads(), [leading]);
  const { state, phase, section, left_s, breath, breaths_done, slowest, fastest } = useMemo(() => toldBy(leader.moment), [leader]).value;
  const paused = state === "paused";
  const { setting, ownBreath } = leading.wishes.told;
  const { text: cue, before } = leader.caption.value;
  // A track is made for one pace.
  const fixed = setting === "locked";

  // Before anything can be seen: there is no moment in which STOP would not stop.
  useLayoutEffect(() => {
    const ends = [paintOn(canvas.current!, beads, leading), listenTo(leading), ...(fixed ? [] : [keepAwake()]), leading.stopListening];
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
        <div><Heading class="kicker">{titles[section]}</Heading><p class="soft fine">{words.left(left_s)}</p></div>
        <Progress sections={sections} done={breaths_done} />
        {voice !== "all" && <p class="soft fine">{voice === "none" ? words.noVoice : words.someVoice}</p>}
        {leading.listens === "unheard" && <p class="soft fine">{practice.voiceUnheard}</p>}
        {fixed && <p class="soft fine">{practice.paceFixed}</p>}
        {section === 0 && <Offers leading={leading} />}
      </div>
      <div class="figure"><canvas ref={canvas} tabIndex={0} role="img" aria-label={words.turnHer} /><Legend /></div>
      <div class="breath" data-breath={ownBreath ? "free" : breath}><beads.Sign /><strong>{words[ownBreath ? "free" : breath]}</strong></div>
      <p class="cue" lang={leading.language} aria-live={voice === "all" ? "off" : "polite"}>{before === phase ? say("next", { cue }) : cue}</p>
      <div class="keys">
        <div class="pace">
          <button type="button" aria-disabled={fixed || slowest} onClick={() => fixed || leader.tell("slower")}>{slowest ? words.slowest : words.slower}</button>
          <button type="button" class={paused ? "filled" : undefined} onClick={() => leader.pauseOrGoOn()}>{paused ? words.goOn : words.pause}</button>
          <button type="button" aria-disabled={fixed || fastest} onClick={() => fixed || leader.tell("faster")}>{fastest ? words.fastest : words.faster}</button>
        </div>
        <button type="button" class="stop" onClick={() => leader.tell("stop")}>{words.stop}</button>
      </div>
    </Screen>
  );
}
