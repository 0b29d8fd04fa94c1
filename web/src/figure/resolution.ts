// SPDX-License-Identifier: Apache-2.0
// How many pixels she is painted with: as many as the screen has where the machine is quick enough, else fewer, so that
// she never moves in jerks.

/** A frame may take so long, ms: half of what there is at 40 frames a second, which is enough for slow movement. */
const most_ms = 12;
const least = 0.5;
/** Of a CSS pixel: fewer would show. */
const fewest = 0.75;
const step = 0.8;
/** Frames in a row that must be quick before more pixels are tried, so that it does not go to and fro. */
const patience = 90;

export class Resolution {
  private share = 1;
  private mean_ms = 0;
  private frames = 0;
  /** A share that was too much is tried again more and more seldom. */
  private wait = patience;

  /** Pixels a CSS pixel, of a screen that has `ratio`. */
  of(ratio: number): number {
    return Math.max(ratio * this.share, Math.min(fewest, ratio));
  }

  /** To be told how long each frame took. */
  took(ms: number): void {
    this.mean_ms = this.frames === 0 ? ms : this.mean_ms + (ms - this.mean_ms) / 8;
    this.frames += 1;
    if (this.frames < 8) return;
    if (this.mean_ms > most_ms && this.share > least) {
      this.change(Math.max(least, this.share * step));
      this.wait = Math.min(2 * this.wait, 8 * patience);
    } else if (this.mean_ms < most_ms * step ** 3 && this.share < 1 && this.frames > this.wait) this.change(Math.min(1, this.share / step));
  }

  private change(share: number): void {
    this.share = share;
    this.frames = 0;
  }
}
