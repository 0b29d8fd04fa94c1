// SPDX-License-Identifier: Apache-2.0
// Voice and tones in Web Audio; what has no clip is said by the device, where it can. One soft reed: in rises and opens, out falls and darkens, so that the two differ twice.
import type { Action } from "../core/core";
import type { Clock } from "../session/clock";
import type { Player } from "../session/leader";
import type { Speech } from "./speech";

const fade_s = 0.06;
const silence_s = 0.03;
const toneLoudness = 0.09;
const beneathVoice = 10 ** (-9 / 20);

/** Hertz at the beginning and the end. */
const glides = { inhale: [220, 330], exhale: [330, 220], side_switch: [294, 220], end: [330, 220] } as const;

export class Sound implements Player {
  private readonly context = new AudioContext();
  private readonly clips = new Map<string, AudioBuffer>();
  private readonly reed = this.context.createPeriodicWave(new Float32Array([0, 1, 0.32, 0.14, 0.05]), new Float32Array(5));
  private playing = new Set<AudioScheduledSourceNode>();
  private voice = this.bus();
  private tones = this.bus();

  constructor(
    readonly clock: Clock,
    private readonly speech: Speech,
  ) {
    this.wake();
    document.addEventListener("visibilitychange", this.wake);
    this.context.addEventListener("statechange", this.wake);
  }

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
    const one = async (name: string): Promise<void> => {
      const response = await fetch(`clips/${name}.wav`);
      if (response.ok) this.clips.set(name, await this.context.decodeAudioData(await response.arrayBuffer()));
    };
    await Promise.allSettled(names.map(one));
    return Object.fromEntries([...this.clips].map(([name, clip]) => [name, clip.duration]));
  }

  /** Everything that sounds or is about to sound ends now. */
  silence(): void {
    const now = this.context.currentTime;
    for (const bus of [this.voice, this.tones]) {
      bus.gain.cancelScheduledValues(now);
      bus.gain.setTargetAtTime(0, now, silence_s / 5);
    }
    for (const source of this.playing) source.stop(now + silence_s);
    this.speech.silence();
    this.playing = new Set();
    this.voice = this.bus();
    this.tones = this.bus();
  }

  tone({ at_s, duration_s = 1, tone = "inhale" }: Action): void {
    const [from, to] = glides[tone];
    const [begin, end] = [this.soundTime(at_s), this.soundTime(at_s + duration_s)];
    if (!this.sounds || end <= begin + 2 * fade_s) return;
    const source = this.context.createOscillator();
    source.setPeriodicWave(this.reed);
    source.frequency.setValueAtTime(from, begin);
    source.frequency.linearRampToValueAtTime(to, end);
    const colour = this.context.createBiquadFilter();
    colour.frequency.setValueAtTime(from * 4, begin);
    colour.frequency.linearRampToValueAtTime(to * 4, end);
    const loudness = this.context.createGain();
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(toneLoudness, begin + fade_s);
    loudness.gain.setValueAtTime(toneLoudness, end - fade_s);
    loudness.gain.linearRampToValueAtTime(0, end);
    source.connect(colour).connect(loudness).connect(this.tones);
    this.play(source, begin, end);
  }

  speak(name: string, text: string, at_s: number): void {
    const clip = this.clips.get(name);
    if (clip === undefined) return this.speech.say(text, this.soundTime(at_s) - this.context.currentTime);
    if (!this.sounds) return;
    const source = this.context.createBufferSource();
    source.buffer = clip;
    source.playbackRate.value = this.clock.speed;
    source.connect(this.voice);
    const begin = this.soundTime(at_s);
    this.tones.gain.setTargetAtTime(beneathVoice, begin, fade_s);
    this.tones.gain.setTargetAtTime(1, begin + clip.duration / this.clock.speed, 2 * fade_s);
    this.play(source, begin);
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

  private bus(): GainNode {
    const bus = this.context.createGain();
    bus.connect(this.context.destination);
    return bus;
  }

  private play(source: AudioScheduledSourceNode, begin: number, end?: number): void {
    source.start(begin);
    if (end !== undefined) source.stop(end);
    source.onended = () => this.playing.delete(source);
    this.playing.add(source);
  }
}
