// SPDX-License-Identifier: Apache-2.0
// Whether a voice has just become much louder than everything that was heard lately: a shout. By its level and its
// onset only; nothing is recognised, and nothing is kept but one number.

/** How far above the loudest that was heard lately a shout is, dB; it lasts at least so long. (Ours, held by shout.test.mjs.) */
const jump_dB = 2.5;
const lasting_s = 0.09;
/** Below this, of full scale, nothing is a shout, dB. */
const quietest_dB = -32;
/** How fast what is loud becomes what is usual, and is forgotten, dB a second. */
const learning_dB = 3;
const forgetting_dB = 1 / 120;
/** A level is that of so many frames. */
const frame_s = 0.01;
const framesOfLevel = 6;
/** Below this, hertz, a hand or a knee thumps the floor. */
const lowest_hz = 100;

export class LoudVoice {
  private readonly frame: number;
  private readonly energies = new Float32Array(framesOfLevel);
  private readonly share: number;
  private low = 0;
  private lower = 0;
  private sum = 0;
  private filled = 0;
  private frames = 0;
  private usual_dB = quietest_dB;
  private loud_s = 0;
  private learn_s = 0;
  private louder_dB = 0;
  private own_dB = -Infinity;
  /** What the session itself comes to is never forgotten. */
  private least_dB = quietest_dB;

  constructor(rate_hz: number) {
    this.frame = Math.round(rate_hz * frame_s);
    this.share = 1 - Math.exp((-2 * Math.PI * lowest_hz) / rate_hz);
  }

  /**
   * What sounds in the next seconds is the session's own, heard for the first time: it is no shout, however loud. The
   * session has sounds that are so much louder than these.
   */
  learn(seconds: number, louder_dB = 0): void {
    this.learn_s = Math.max(this.learn_s, seconds);
    this.louder_dB = louder_dB;
    this.own_dB = -Infinity;
  }

  /** Of what it has learned last, dB. */
  get loudest_dB(): number {
    return this.own_dB;
  }

  /** Whether a shout is heard in these samples. */
  hear(samples: Float32Array): boolean {
    let shout = false;
    for (const sample of samples) {
      this.low += this.share * (sample - this.low);
      const above = sample - this.low;
      this.lower += this.share * (above - this.lower);
      this.sum += (above - this.lower) ** 2;
      this.filled += 1;
      if (this.filled === this.frame) shout = this.endFrame() || shout;
    }
    return shout;
  }

  private endFrame(): boolean {
    this.energies[this.frames % framesOfLevel] = this.sum / this.frame;
    this.frames += 1;
    this.sum = this.filled = 0;
    const level_dB = 10 * Math.log10(this.energies.reduce((all, energy) => all + energy, 0) / framesOfLevel + 1e-12);
    this.learn_s -= frame_s;
    if (this.learn_s > 0) {
      this.own_dB = Math.max(this.own_dB, level_dB);
      this.least_dB = Math.max(this.least_dB, this.own_dB + this.louder_dB);
      this.usual_dB = Math.max(this.usual_dB, this.least_dB);
      return false;
    }
    this.loud_s = level_dB > this.usual_dB + jump_dB ? this.loud_s + frame_s : 0;
    if (level_dB > this.usual_dB) this.usual_dB = Math.min(level_dB, this.usual_dB + learning_dB * frame_s);
    else this.usual_dB = Math.max(this.least_dB, this.usual_dB - forgetting_dB * frame_s);
    return this.loud_s >= lasting_s;
  }
}

/** The level of the loudest moment of these samples, as the ear measures it, dB. */
export function loudestOf(samples: Float32Array, rate_hz: number): number {
  const voice = new LoudVoice(rate_hz);
  voice.learn(Infinity);
  voice.hear(samples);
  return voice.loudest_dB;
}
