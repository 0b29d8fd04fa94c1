// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { isNight, parseColour } from "./night";

const styleOf = (stage: string) => ({ getPropertyValue: (name: string) => (name === "--stage-a" ? stage : "") });

describe("night", () => {
  it("is told by the stage", () => {
    expect(isNight(styleOf("#352A20"))).toBe(true);
    expect(isNight(styleOf(" #F4EFE5"))).toBe(false);
  });

  it("reads the colours that a style can hold", () => {
    expect(parseColour(" #F0A63A")).toEqual([240, 166, 58]);
    expect(parseColour("#fff")).toEqual([255, 255, 255]);
    expect(parseColour("rgb(1, 2, 3)")).toEqual([1, 2, 3]);
    expect(() => parseColour("candle")).toThrow(RangeError);
  });
});
