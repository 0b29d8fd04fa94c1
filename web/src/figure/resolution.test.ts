// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { Resolution } from "./resolution";

/** A machine that takes so many ms for all pixels. */
function settled(whole_ms: number, frames = 400): number[] {
  const resolution = new Resolution();
  const shares: number[] = [];
  for (let i = 0; i < frames; i += 1) {
    shares.push(resolution.of(2) / 2);
    resolution.took(whole_ms * (resolution.of(2) / 2) ** 2);
  }
  return shares;
}

describe("the resolution", () => {
  it("is that of the screen on a quick machine", () => {
    expect(new Set(settled(5))).toEqual(new Set([1]));
    expect(new Resolution().of(2)).toBe(2);
  });

  it("gives way on a slow one until a frame is quick enough, and no farther than to half", () => {
    const share = settled(20).at(-1)!;
    expect(20 * share ** 2).toBeLessThanOrEqual(12);
    expect(20 * (share / 0.8) ** 2).toBeGreaterThan(12);
    expect(settled(500).at(-1)).toBe(0.5);
    const slow = new Resolution();
    for (let i = 0; i < 400; i += 1) slow.took(500);
    expect(slow.of(1)).toBe(0.75);
  });

  it("comes back when the machine has time again, and does not go to and fro", () => {
    const resolution = new Resolution();
    for (let i = 0; i < 50; i += 1) resolution.took(20);
    expect(resolution.of(2) / 2).toBeLessThan(1);
    for (let i = 0; i < 4000; i += 1) resolution.took(1);
    expect(resolution.of(2) / 2).toBe(1);
    const changes = settled(16, 4000).filter((share, i, all) => i > 0 && share !== all[i - 1]);
    expect(changes.length).toBeLessThan(14);
  });
});
