// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { beadBox, beadCount, beads } from "./beads";

const lit = (breath: number, still = false): number => beads(breath, still).filter((bead) => bead.lit).length;

test("light climbs from the tail with the breath", () => {
  expect([0, 0.5, 1].map((breath) => lit(breath))).toEqual([0, beadCount / 2, beadCount]);
  expect(beads(0.5).map((bead) => bead.lit).lastIndexOf(true)).toBe(beadCount / 2 - 1);
});

test("the row is a line when full and an arch when empty, and stays in its box", () => {
  const heights = (breath: number): number[] => beads(breath).map(({ y }) => y);
  expect(Math.max(...heights(1)) - Math.min(...heights(1))).toBeLessThan(1e-9);
  expect(Math.max(...heights(0)) - Math.min(...heights(0))).toBeGreaterThan(20);
  for (const breath of [0, 0.3, 1])
    for (const { x, y } of beads(breath)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(beadBox.width);
      expect(y).toBeGreaterThan(9);
      expect(y).toBeLessThan(beadBox.height - 9);
    }
});

test("for whom movement disturbs the row stands still and changes in four steps", () => {
  const shapes = new Set(Array.from({ length: 101 }, (_, i) => JSON.stringify(beads(i / 100, true))));
  expect(shapes.size).toBe(5);
  const places = new Set(Array.from({ length: 101 }, (_, i) => JSON.stringify(beads(i / 100, true).map(({ x, y }) => [x, y]))));
  expect(places.size).toBe(1);
});
