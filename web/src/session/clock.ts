// SPDX-License-Identifier: Apache-2.0

/** A page that slept longer than this has not led her meanwhile: the session waits, and goes on where it was. */
const longestStep_s = 1;

/** The clock of a session, in seconds. `speed` is for tests and for looking at an exercise quickly: ?speed=30. */
export class Clock {
  private time_s = 0;
  private last_s: number;

  constructor(
    readonly speed: number,
    private readonly now_s: () => number = () => performance.now() / 1000,
  ) {
    this.last_s = now_s();
  }

  read(): number {
    const now = this.now_s();
    this.time_s += Math.min(Math.max(0, now - this.last_s), longestStep_s) * this.speed;
    this.last_s = now;
    return this.time_s;
  }
}

export function speedOf(search: string): number {
  const speed = Number(new URLSearchParams(search).get("speed"));
  return speed > 0 && speed <= 1000 ? speed : 1;
}
