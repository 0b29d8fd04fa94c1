// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { decode } from "./drawing";

/** The layout of src/wasm/core.h, written by hand. */
function floats(): number[] {
  const body = [1, 3, 0, 0, 1, 0, 0, 1];
  const hair = [4, 2, 0.5, 0.5, 0.75, 0.75];
  const vertebra = [0.25, 0.5, 1.5, 0.125, 0.0625, 0.875];
  const all = [0, 0.25, 0.75, 2, ...body, ...hair, 1, ...vertebra, 1, 0.5, 0.25, 2, 0.5, 0.25, 0.75, 1];
  all[0] = all.length;
  return all;
}

describe("decode", () => {
  it("tells the parts of a drawing apart", () => {
    const drawing = decode(new Float32Array(floats()));
    expect(drawing.elevation).toBe(0.25);
    expect(drawing.breath).toBe(0.75);
    expect(drawing.outlines.map(({ layer, dots }) => [layer, [...dots]])).toEqual([
      ["body", [0, 0, 1, 0, 0, 1]],
      ["hair", [0.5, 0.5, 0.75, 0.75]],
    ]);
    expect(drawing.vertebrae).toEqual([{ x: 0.25, y: 0.5, angle: 1.5, length: 0.125, width: 0.0625, light: 0.875 }]);
    expect([...drawing.sacrum]).toEqual([0.5, 0.25]);
    expect([...drawing.spine]).toEqual([0.5, 0.25, 0.75, 1]);
  });

  it("reads no farther than the drawing says", () => {
    const drawing = decode(new Float32Array([...floats(), 9, 9, 9]));
    expect([...drawing.spine]).toEqual([0.5, 0.25, 0.75, 1]);
  });

  it("refuses every beginning of a drawing", () => {
    const whole = floats();
    for (let size = 0; size < whole.length; size += 1)
      expect(() => decode(new Float32Array(whole.slice(0, size))), `${size} floats`).toThrow(RangeError);
  });

  it("refuses a layer that there is not", () => {
    const wrong = floats();
    wrong[4] = 17;
    expect(() => decode(new Float32Array(wrong))).toThrow(/no layer/);
  });
});
