// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { css, mix, paletteOf, parseColour } from "./palette";

const styleOf = (stage: string): { getPropertyValue(name: string): string } => ({
  getPropertyValue: (name) => (name === "--stage-a" ? stage : name === "--body-alpha" ? " 1" : " #204060"),
});

describe("palette", () => {
  it("reads the colours that a style can hold", () => {
    expect(parseColour(" #F0A63A")).toEqual([240, 166, 58]);
    expect(parseColour("#fff")).toEqual([255, 255, 255]);
    expect(parseColour("rgb(1, 2, 3)")).toEqual([1, 2, 3]);
    expect(() => parseColour("candle")).toThrow(RangeError);
  });

  it("tells night from day by the stage", () => {
    expect(paletteOf(styleOf("#352A20")).night).toBe(true);
    expect(paletteOf(styleOf("#F4EFE5")).night).toBe(false);
  });

  it("takes the density of the body from the tokens", () => {
    expect(paletteOf(styleOf("#352A20")).density).toBe(1);
  });

  it("mixes and writes colours", () => {
    expect(css(mix([0, 0, 0], [100, 200, 50], 0.5), 0.25)).toBe("rgba(50, 100, 25, 0.25)");
  });
});
