// SPDX-License-Identifier: Apache-2.0

/** A page that slept longer than this has not led her meanwhile: the session waits, and goes on where it was. */
const longestStep_s = 1;

/** The clock of a session, in seconds. The speed is for tests and for looking at an exercise quickly, and may change on the way. */
export class Clock {
  private time_s = 0;
  private last_s: number;

  /** `longest_s`: the longest step that counts whole; of a track that plays on by itself every step does. */
  constructor(
    private readonly speedNow: () => number,
    private readonly now_s: () => number = () => performance.now() / 1000,
    private readonly longest_s = longestStep_s,
  ) {
    this.last_s = now_s();
  }

  get speed(): number {
    return this.speedNow();
  }

  read(): number {
    const now = this.now_s();
    this.time_s += Math.min(Math.max(0, now - this.last_s), this.longest_s) * this.speed;
    this.last_s = now;
    return this.time_s;
  }
}

/** The speed that an address asks for. It is read in every frame, and taken apart only where it has changed. */
export function speedNow(address: () => string): () => number {
  let known = "";
  let speed = 1;
  return () => {
    const now = address();
    if (now !== known) {
      known = now;
      speed = speedOf(new URL(now).search);
    }
    return speed;
  };
}

/** Of an address: ?speed=30. */
export function speedOf(search: string): number {
  const speed = Number(new URLSearchParams(search).get("speed"));
  return speed > 0 && speed <= 1000 ? speed : 1;
}
