// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { bornBefore, dateOf, dayOf, holds, nothingTold, pregnantIn, read, weekOf } from "./hers";

const day = dayOf(new Date(2026, 10, 26));

test("a week that she chose goes on by itself", () => {
  const stage = pregnantIn(29, day);
  expect([0, 6, 7, 13].map((later) => weekOf(stage, day + later))).toEqual([29, 29, 30, 30]);
  expect(weekOf(bornBefore(6, day), day + 7)).toBe(7);
});

test("a due date is the end of week 40", () => {
  expect(weekOf({ kind: "pregnant", due: day }, day)).toBe(40);
  expect(dateOf(day)).toBe("2026-11-26");
});

test("a day is a day in her own time zone, from midnight to midnight", () => {
  expect(dayOf(new Date(2026, 10, 26, 0, 1))).toBe(day);
  expect(dayOf(new Date(2026, 10, 26, 23, 59))).toBe(day);
  expect(dayOf(new Date(2026, 10, 27, 0, 1))).toBe(day + 1);
});

test("past 42 weeks she is asked again where she is", () => {
  expect(holds(pregnantIn(42, day), day)).toBe(true);
  expect(holds(pregnantIn(42, day), day + 7)).toBe(false);
  expect(holds(null, day)).toBe(false);
});

test("what was kept comes back, and what is of another form does not", () => {
  const told = { ...nothingTold, stage: pregnantIn(20, day), comfort: { ...nothingTold.comfort, knees: true }, draft: { waters: false } };
  expect(read(JSON.stringify(told))).toEqual(told);
  for (const broken of [null, "", "[", "[]", "7", '"x"', "null", '{"comfort":7,"levels":null,"pace_bpm":"6","stopSignDay":"today"}'])
    expect(read(broken)).toEqual(nothingTold);
  expect(read('{"comfort":{"knees":1,"pelvis":true}}').comfort).toEqual({ ...nothingTold.comfort, pelvis: true });
});
