// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { paceOf, withTap } from "./taps";

const tapped = (...at: number[]): readonly number[] => at.reduce<readonly number[]>(withTap, []);

test("four breaths of ten seconds are six a minute", () => {
  expect(paceOf(tapped(0, 10, 20, 30))).toBeNull();
  expect(paceOf(tapped(0, 10, 20, 30, 40))).toBe(6);
});

test("a sigh counts little", () => expect(paceOf(tapped(0, 8, 16, 33, 41))).toBe(7.5));

test("nobody is led more slowly than 4 or faster than 12", () => {
  expect(paceOf(tapped(0, 19, 38, 57, 76))).toBe(4);
  expect(paceOf(tapped(0, 2, 4, 6, 8))).toBe(12);
});

test("one tap twice is one tap, and a long rest begins anew", () => {
  expect(tapped(0, 0.2, 10)).toEqual([0, 10]);
  expect(tapped(0, 10, 60)).toEqual([60]);
  expect(tapped(0, 10, 20, 30, 40, 50)).toEqual([50]);
});
