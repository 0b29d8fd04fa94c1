// SPDX-License-Identifier: Apache-2.0
// The setting "locked screen": the whole session is rendered into one track before it begins. A track is what a phone
// plays on while it is locked, and what the buttons of a headset belong to.
import type { Action, Timeline } from "../core/core";
import { Clock } from "../session/clock";
import type { Player } from "../session/leader";
import { type Levels, Instruments } from "./instruments";
import { wave } from "./wave";

/** Enough for a voice. */
const rate_hz = 24_000;
/** Browsers play no faster. */
const fastest = 16;
/** The track and the guide may not be further apart than an ear notices. */
const apart_s = 0.05;

/** All that sounds in a session, in time. */
export async function rendered(timeline: Timeline, clips: ReadonlyMap<string, AudioBuffer>, levels: Levels): Promise<Blob> {
  const context = new OfflineAudioContext(1, Math.ceil((timeline.duration_s + 0.5) * rate_hz), rate_hz);
  const instruments = new Instruments(context, levels);
  instruments.ground(0, timeline.duration_s);
  for (const { kind, start_s, end_s } of timeline.tones) instruments.tone(kind, start_s, end_s);
  for (const { clip, start_s } of timeline.cues) {
    const sound = clips.get(clip);
    if (sound !== undefined) instruments.clip(sound, start_s);
  }
  return wave((await context.startRendering()).getChannelData(0), rate_hz);
}

export class Track implements Player {
  readonly clock: Clock;
  private played_s = 0;
  private last_s = 0;
  private over = false;
  /** Whether it was told to play: one that something else has paused is not started again by the next tick. */
  private playing = false;

  /** `says`: where a clip can be heard by itself, for what is said after a stop. */
  constructor(
    private readonly element: HTMLAudioElement,
    private readonly speed: () => number,
    private readonly says: (clip: string) => string | undefined,
  ) {
    element.preservesPitch = false;
    // What the element has played is session time already: its own rate is in it.
    this.clock = new Clock(() => 1, this.time, Infinity);
  }

  open(address: string): void {
    this.element.src = address;
    this.element.playbackRate = this.element.defaultPlaybackRate = Math.min(this.speed(), fastest);
    this.played_s = this.last_s = 0;
  }

  /** Rendered already. */
  tone(_tone: Action): void {}

  /** In the session its words are in the track; after a stop they are said by themselves. */
  speak(clip: string): void {
    const sound = this.over ? this.says(clip) : undefined;
    if (sound === undefined) return;
    this.element.src = sound;
    void this.element.play().catch(() => undefined);
  }

  silence(): void {
    this.playing = false;
    this.element.pause();
  }

  /** Where the guide has come to: a track that is elsewhere is put there. */
  follow(state: string, position_s: number): void {
    if (state === "stopped") this.over = true;
    if (state !== "leading" || this.playing) return;
    this.time();
    if (Math.abs(this.element.currentTime - position_s) > apart_s) this.element.currentTime = this.last_s = position_s;
    this.playing = true;
    this.element.play().catch(() => (this.playing = false));
  }

  close(): void {
    this.element.pause();
    this.element.removeAttribute("src");
    this.element.load();
  }

  /** Only what was played counts: a seek is no time. */
  private readonly time = (): number => {
    if (this.over) return this.played_s + (performance.now() / 1000 - this.stopped_s());
    const now = this.element.currentTime;
    this.played_s += Math.max(0, now - this.last_s);
    this.last_s = now;
    return this.played_s;
  };

  /** After a stop time goes on without the track. */
  private stopped_s(): number {
    this.overSince_s ??= performance.now() / 1000;
    return this.overSince_s;
  }
  private overSince_s: number | undefined;
}
