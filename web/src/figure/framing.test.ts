// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { frameOf, project } from "./framing";

const screens = [
  [360, 300],
  [390, 420],
  [780, 844],
  [1440, 520],
  [2880, 1000],
] as const;

/** Where the body can be, metres: soles, fingertips on the mat, the crown sitting tall. */
const farthest = [
  [-0.87, -0.1, 0.02],
  [-0.87, 0.12, 0.02],
  [0.52, -0.18, 0.01],
  [0.52, 0.18, 0.01],
  [-0.5, 0, 1.12],
] as const;

describe("frameOf", () => {
  it.each(screens)("has room for every posture from the side on %i × %i", (width, height) => {
    const frame = frameOf(width, height, 0);
    for (const [x, y, z] of farthest) {
      const [right, up] = project(x, y, z, 0);
      const px = frame.x + frame.scale * right;
      const py = frame.y - frame.scale * up;
      expect(px).toBeGreaterThan(0);
      expect(px).toBeLessThan(width);
      expect(py).toBeGreaterThan(0);
      expect(py).toBeLessThan(height);
    }
    expect(frame.fadesFrom).toBe(height);
  });

  it.each(screens)("shows head and hands from above on %i × %i, and fades where the feet do not fit", (width, height) => {
    const frame = frameOf(width, height, 1);
    const [, up] = project(0.52, 0.18, 0.01, 1);
    expect(frame.y - frame.scale * up).toBeGreaterThan(0);
    const [, feet] = project(-0.87, 0, 0, 1);
    const fit = frame.y - frame.scale * feet < height;
    expect(frame.fadesFrom === height).toBe(fit);
  });

  it("keeps its scale while the camera glides", () => {
    const scales = [0, 0.3, 0.7, 1].map((elevation) => frameOf(390, 420, elevation).scale);
    expect(new Set(scales).size).toBe(1);
  });
});

describe("project", () => {
  it("shows from above her head up and her left on the left", () => {
    const [headX, headY] = project(1, 0, 0, 1);
    const [leftX, leftY] = project(0, 1, 0, 1);
    expect(headX).toBeCloseTo(0);
    expect(headY).toBeCloseTo(1);
    expect(leftX).toBeCloseTo(-1);
    expect(leftY).toBeCloseTo(0);
  });

  it("shows from the side her head to the right and the sky up", () => {
    const [headX, headY] = project(1, 0, 0, 0);
    expect(headX).toBeGreaterThan(0.98);
    expect(headY).toBeCloseTo(0);
    expect(project(0, 0, 1, 0)).toEqual([expect.closeTo(0), expect.closeTo(1)]);
  });

  it("turns without stretching", () => {
    for (const elevation of [0, 0.2, 0.5, 0.8, 1]) {
      const [a, b, c] = [project(1, 0, 0, elevation), project(0, 1, 0, elevation), project(0, 0, 1, elevation)];
      expect(a[0] ** 2 + b[0] ** 2 + c[0] ** 2).toBeCloseTo(1);
      expect(a[1] ** 2 + b[1] ** 2 + c[1] ** 2).toBeCloseTo(1);
      expect(a[0] * a[1] + b[0] * b[1] + c[0] * c[1]).toBeCloseTo(0);
    }
  });
});
