// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { Pace } from "./pace";

/** How many pictures a screen of 60 a second shows in ten seconds, each taking so long, and the share of the time for them. */
function shown(ms: number): { pictures: number; share: number } {
  const pace = new Pace();
  let pictures = 0;
  for (let frame = 0; frame < 600; frame += 1) {
    const now = (frame * 1000) / 60;
    if (!pace.due(now)) continue;
    pace.took(now, ms);
    pictures += 1;
  }
  return { pictures, share: (pictures * ms) / 10_000 };
}

describe("the pace of painting", () => {
  it("is 30 pictures a second where painting is quick", () => expect(shown(3).pictures).toBe(300));

  it("leaves three quarters of the time to the voice and the taps where it is slow", () => {
    for (const ms of [12, 20, 50, 200]) expect(shown(ms).share).toBeLessThanOrEqual(0.26);
  });

  it("begins at once", () => expect(new Pace().due(0)).toBe(true));
});
