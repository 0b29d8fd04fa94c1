// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { anyYes, isNotToday, leftOpen, mayStart, rememberNotToday } from "./signs";

const signs = [{ id: "bleeding", ask: "Bleeding" }, { id: "dizzy", ask: "Dizzy" }];

test("what is left open keeps her from starting", () => {
  const answers = new Map([["bleeding", false]]);
  expect(mayStart(signs, answers)).toBe(false);
  expect(leftOpen(signs, answers)).toBe(1);
});

test("one yes ends the day's practice, whatever else is open", () => {
  const answers = new Map([["dizzy", true]]);
  expect(anyYes(signs, answers)).toBe(true);
  expect(mayStart(signs, answers)).toBe(false);
});

test("all no lets her begin", () => {
  const answers = new Map([["bleeding", false], ["dizzy", false]]);
  expect(anyYes(signs, answers)).toBe(false);
  expect(mayStart(signs, answers)).toBe(true);
});

test("a yes holds until midnight, and keeps nothing but the day", () => {
  const kept = new Map<string, string>();
  const store = { setItem: (key: string, value: string) => void kept.set(key, value), getItem: (key: string) => kept.get(key) ?? null };
  expect(isNotToday(store, new Date(2026, 10, 25))).toBe(false);
  rememberNotToday(store, new Date(2026, 10, 25, 8));
  expect(isNotToday(store, new Date(2026, 10, 25, 23, 59))).toBe(true);
  expect(isNotToday(store, new Date(2026, 10, 26, 0, 1))).toBe(false);
  expect([...kept.values()]).toEqual(["2026-11-25"]);
});
