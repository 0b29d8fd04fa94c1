// SPDX-License-Identifier: Apache-2.0
// How often she is painted where the processor does it: it has the voice, the taps and the breath to keep as well.

/** Slow movement is smooth at 30 pictures a second. */
const least_ms = 1000 / 30;
/** Painting takes no more than one part of so many of the time. */
const parts = 4;

export class Pace {
  private next_ms = -Infinity;

  /** Whether it is time for another picture; times in ms of one clock. */
  due(now_ms: number): boolean {
    return now_ms >= this.next_ms;
  }

  /** To be told when each picture was begun and how long it took. */
  took(began_ms: number, ms: number): void {
    // A screen shows pictures at its own times: one that comes a little early is not put off to the next.
    this.next_ms = began_ms + Math.max(least_ms, parts * ms) - least_ms / 8;
  }
}
