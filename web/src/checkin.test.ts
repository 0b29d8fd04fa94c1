// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { outcome } from "./checkin";

const signs = [{ id: "a", ask: "A" }, { id: "b", ask: "B" }];

test("what is left open keeps her from starting", () => {
  expect(outcome(signs, new Map([["a", false]]))).toEqual({ stop: false, open: 1 });
});

test("one yes stops at once, whatever else is open", () => {
  expect(outcome(signs, new Map([["b", true]]))).toEqual({ stop: true, open: 1 });
});

test("all no lets her begin", () => {
  expect(outcome(signs, new Map([["a", false], ["b", false]]))).toEqual({ stop: false, open: 0 });
});
