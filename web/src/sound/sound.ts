// SPDX-License-Identifier: Apache-2.0
// The setting "with my music": voice and tones are made in Web Audio when they are needed, and her own music goes on.
// What has no clip is said by the device, where it can.
import type { Action } from "../core/core";
import { Clock } from "../session/clock";
import type { Player } from "../session/leader";
import { type Levels, Instruments, type Source } from "./instruments";
import type { Speech } from "./speech";

const silence_s = 0.03;

export class Sound implements Player {
  private readonly context = new AudioContext();
  readonly clips = new Map<string, AudioBuffer>();
  private playing = new Set<Source>();
  private instruments: Instruments;
  private ground: Source | undefined;
  readonly clock: Clock;

  constructor(
    speed: () => number,
    private readonly levels: Levels,
    private readonly speech: Speech,
  ) {
    this.instruments = new Instruments(this.context, levels);
    this.clock = new Clock(speed, this.time);
    this.wake();
    document.addEventListener("visibilitychange", this.wake);
    this.context.addEventListener("statechange", this.wake);
  }

  /** The audio clock, as soon as it runs; a device that cannot sound still has a clock. */
  private readonly time = (): number => {
    if (this.context.currentTime > 0) return this.offset_s + this.context.currentTime;
    this.offset_s = performance.now() / 1000;
    return this.offset_s;
  };
  private offset_s = 0;

  /** A call or a locked phone takes the sound away; it is asked back when she looks again. */
  private readonly wake = (): void => {
    if (this.context.state !== "running" && this.context.state !== "closed") this.context.resume().catch(() => undefined);
  };

  /** What falls into a time without sound is left out: it would all sound at once afterwards. */
  private get sounds(): boolean {
    return this.context.state === "running";
  }

  /** Loads what there is of these clips; tells the seconds of those that can be heard. */
  async load(names: readonly string[]): Promise<Record<string, number>> {
    for (const [name, clip] of await loadClips(this.context, names)) this.clips.set(name, clip);
    return Object.fromEntries([...this.clips].map(([name, clip]) => [name, clip.duration]));
  }

  /** Everything that sounds or is about to sound ends now. */
  silence(): void {
    this.instruments.silence(silence_s);
    for (const source of this.playing) source.stop(this.context.currentTime + silence_s);
    this.speech.silence();
    this.playing = new Set();
    this.ground = undefined;
    this.instruments = new Instruments(this.context, this.levels);
  }

  tone({ at_s, duration_s = 1, tone = "inhale" }: Action): void {
    if (!this.sounds) return;
    this.ground ??= this.note(this.instruments.ground(this.context.currentTime));
    this.note(this.instruments.tone(tone, this.soundTime(at_s), this.soundTime(at_s + duration_s)));
  }

  speak(name: string, text: string, at_s: number): void {
    const clip = this.clips.get(name);
    if (this.levels.voice === 0) return;
    if (clip === undefined) return this.speech.say(text, this.soundTime(at_s) - this.context.currentTime);
    if (this.sounds) this.note(this.instruments.clip(clip, this.soundTime(at_s), this.clock.speed));
  }

  close(): void {
    document.removeEventListener("visibilitychange", this.wake);
    this.context.removeEventListener("statechange", this.wake);
    void this.context.close();
  }

  /** When a time of the session comes on the audio clock, not before now. */
  private soundTime(at_s: number): number {
    return this.context.currentTime + Math.max(0, at_s - this.clock.read()) / this.clock.speed;
  }

  private note(source: Source | undefined): Source | undefined {
    if (source === undefined) return undefined;
    source.onended = () => this.playing.delete(source);
    this.playing.add(source);
    return source;
  }
}

/** Those of the clips that the site has. */
export async function loadClips(context: BaseAudioContext, names: readonly string[]): Promise<Map<string, AudioBuffer>> {
  const clips = new Map<string, AudioBuffer>();
  const one = async (name: string): Promise<void> => {
    const response = await fetch(`clips/${name}.wav`);
    if (response.ok) clips.set(name, await context.decodeAudioData(await response.arrayBuffer()));
  };
  await Promise.allSettled(names.map(one));
  return clips;
}
