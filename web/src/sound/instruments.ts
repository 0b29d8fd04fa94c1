// SPDX-License-Identifier: Apache-2.0
// What sounds: the voice's clips, the reed, and the ground. Into a graph that is heard now, or into one that is rendered.
// One soft reed: in rises and opens, out falls and darkens, so that the two differ twice.
import type { ToneName } from "../core/core";
import type { Level } from "../hers/hers";

export const fade_s = 0.06;
const toneLoudness = 0.09;
const groundLoudness = 0.035;
const beneathVoice = 10 ** (-9 / 20);
/** Off, then in steps of 8 dB up to full. */
const loudness = [0, 10 ** (-16 / 20), 10 ** (-8 / 20), 1] as const;

/** Hertz at the beginning and the end. */
const glides: Readonly<Record<ToneName, readonly [number, number]>> = { inhale: [220, 330], exhale: [330, 220], side_switch: [294, 220], end: [330, 220] };

export interface Levels {
  readonly voice: Level;
  readonly tones: Level;
  readonly ground: Level;
}

export type Source = AudioScheduledSourceNode;

/** Three buses into one end. Thrown away with all that hangs on it when silence is asked for. */
export class Instruments {
  private readonly end: GainNode;
  private readonly voice: GainNode;
  private readonly reed: GainNode;
  /** Of the tones and the ground: lowered beneath the voice. */
  private readonly beneath: GainNode;

  constructor(
    private readonly context: BaseAudioContext,
    private readonly levels: Levels,
  ) {
    this.end = this.into(context.destination, 1);
    this.voice = this.into(this.end, loudness[levels.voice]);
    this.beneath = this.into(this.end, 1);
    this.reed = this.into(this.beneath, loudness[levels.tones]);
  }

  /** Fades everything out within `within_s` from now. */
  silence(within_s: number): void {
    const now = this.context.currentTime;
    this.end.gain.cancelScheduledValues(now);
    this.end.gain.setTargetAtTime(0, now, within_s / 5);
  }

  tone(name: ToneName, begin: number, end: number): Source | undefined {
    if (this.levels.tones === 0 || end <= begin + 2 * fade_s) return undefined;
    const [from, to] = glides[name];
    const source = this.context.createOscillator();
    source.setPeriodicWave(this.context.createPeriodicWave(new Float32Array([0, 1, 0.32, 0.14, 0.05]), new Float32Array(5)));
    source.frequency.setValueAtTime(from, begin);
    source.frequency.linearRampToValueAtTime(to, end);
    const colour = this.context.createBiquadFilter();
    colour.frequency.setValueAtTime(from * 4, begin);
    colour.frequency.linearRampToValueAtTime(to * 4, end);
    const swell = this.context.createGain();
    swell.gain.setValueAtTime(0, begin);
    swell.gain.linearRampToValueAtTime(toneLoudness, begin + fade_s);
    swell.gain.setValueAtTime(toneLoudness, end - fade_s);
    swell.gain.linearRampToValueAtTime(0, end);
    source.connect(colour).connect(swell).connect(this.reed);
    source.start(begin);
    source.stop(end);
    return source;
  }

  clip(clip: AudioBuffer, begin: number, speed = 1): Source {
    const source = this.context.createBufferSource();
    source.buffer = clip;
    source.playbackRate.value = speed;
    source.connect(this.voice);
    if (this.levels.voice > 0) {
      this.beneath.gain.setTargetAtTime(beneathVoice, begin, fade_s);
      this.beneath.gain.setTargetAtTime(1, begin + clip.duration / speed, 2 * fade_s);
    }
    source.start(begin);
    return source;
  }

  /** A ground like far wind, so that the silences are not empty; until it is silenced, or `end`. */
  ground(begin: number, end?: number): Source | undefined {
    if (this.levels.ground === 0) return undefined;
    const source = this.context.createBufferSource();
    source.buffer = wind(this.context);
    source.loop = true;
    const swell = this.into(this.beneath, 0);
    swell.gain.setValueAtTime(0, begin);
    swell.gain.linearRampToValueAtTime(groundLoudness * loudness[this.levels.ground], begin + 2);
    source.connect(swell);
    source.start(begin);
    if (end !== undefined) source.stop(end);
    return source;
  }

  private into(target: AudioNode, gain: number): GainNode {
    const bus = this.context.createGain();
    bus.gain.value = gain;
    bus.connect(target);
    return bus;
  }
}

const wind_s = 8;

/** Brown noise that joins its own beginning; the same every time. */
function wind(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, wind_s * context.sampleRate, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let [seed, brown] = [1, 0];
  for (let i = 0; i < samples.length; i += 1) {
    seed = (seed * 48271) % 2147483647;
    brown = 0.995 * brown + 0.1 * (seed / 1073741823.5 - 1);
    samples[i] = brown;
  }
  const joint = context.sampleRate;
  for (let i = 0; i < joint; i += 1) {
    const at = samples.length - joint + i;
    samples[at] = samples[at]! * (1 - i / joint) + samples[0]! * (i / joint);
  }
  return buffer;
}
