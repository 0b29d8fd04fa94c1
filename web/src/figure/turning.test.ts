// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { unturned } from "./painter";
import { turned } from "./turning";

describe("turning her", () => {
  it("goes around, and comes back to where it began", () => {
    let turn = unturned;
    for (let i = 0; i < 60; i += 1) turn = turned(turn, { ahead: 6, above: 0 });
    expect(turn.ahead).toBeCloseTo(0);
    expect(turned(turned(unturned, { ahead: 170, above: 0 }), { ahead: 20, above: 0 }).ahead).toBeCloseTo(-170);
  });

  it("stops above and below", () => {
    expect(turned(unturned, { ahead: 0, above: 500 }).above).toBe(75);
    expect(turned(unturned, { ahead: 0, above: -500 }).above).toBe(-75);
  });
});
