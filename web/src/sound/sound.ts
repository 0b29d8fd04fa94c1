// SPDX-License-Identifier: Apache-2.0
// Voice and tones on the audio clock, which is the clock of the session.
import type { Action } from "../core/core";

const fade_s = 0.06;

/** Hertz at the beginning and the end: in rises, out falls. */
const glides = { inhale: [220, 330], exhale: [330, 220], side_switch: [294, 220], end: [330, 220] } as const;

export class Sound {
  private readonly context = new AudioContext();
  private playing: AudioScheduledSourceNode[] = [];
  private bus = this.newBus();

  get clock_s(): number {
    return this.context.currentTime;
  }

  resume(): Promise<void> {
    return this.context.resume();
  }

  private newBus(): GainNode {
    const bus = this.context.createGain();
    bus.connect(this.context.destination);
    return bus;
  }

  /** Everything that sounds, or is about to, is silent within 30 ms. */
  silence(): void {
    const now = this.context.currentTime;
    this.bus.gain.setValueAtTime(1, now);
    this.bus.gain.linearRampToValueAtTime(0, now + 0.03);
    for (const source of this.playing) source.stop(now + 0.03);
    this.playing = [];
    this.bus = this.newBus();
  }

  tone({ at_s, duration_s = 1, tone = "inhale" }: Action): void {
    const [from, to] = glides[tone];
    const begin = Math.max(at_s, this.context.currentTime);
    const end = at_s + duration_s;
    if (end <= begin + 2 * fade_s) return;
    const source = this.context.createOscillator();
    source.type = "triangle";
    source.frequency.setValueAtTime(from, begin);
    source.frequency.linearRampToValueAtTime(to, end);
    const loudness = this.context.createGain();
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(0.08, begin + fade_s);
    loudness.gain.setValueAtTime(0.08, end - fade_s);
    loudness.gain.linearRampToValueAtTime(0, end);
    source.connect(loudness).connect(this.bus);
    this.start(source, begin, end);
  }

  speak(clip: AudioBuffer, at_s: number): void {
    const source = this.context.createBufferSource();
    source.buffer = clip;
    source.connect(this.bus);
    this.start(source, Math.max(at_s, this.context.currentTime));
  }

  private start(source: AudioScheduledSourceNode, begin: number, end?: number): void {
    source.start(begin);
    if (end !== undefined) source.stop(end);
    source.onended = () => (this.playing = this.playing.filter((other) => other !== source));
    this.playing.push(source);
  }

  async clip(url: string): Promise<AudioBuffer | undefined> {
    const answer = await fetch(url);
    return answer.ok ? this.context.decodeAudioData(await answer.arrayBuffer()) : undefined;
  }
}
