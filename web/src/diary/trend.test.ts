// SPDX-License-Identifier: Apache-2.0
import fc from "fast-check";
import { expect, test } from "vitest";
import { aDiary } from "./arbitrary";
import type { Entry, SessionEntry } from "./entry";
import { addDays } from "./time";
import { due, matters, practiceDays, said, stopsOf, weeks } from "./trend";

const day = (i: number): string => addDays("2026-11-02", i);
const led = (i: number, before: number | null, after: number | null, more: Partial<SessionEntry> = {}): Entry => ({
  id: `${i}-${more.at ?? ""}`, at: `${day(i)}T20:00:00+01:00`, kind: "session", exercise: "release", title: "Release", week: 24, seconds: 300, breaths: 14,
  left: 2, right: 2, stopped: false, before, after, effort: null, regions: [], note: "", ...more,
});
const morning = (i: number, pain: number): Entry => ({ id: `m${i}`, at: `${day(i)}T07:00:00+01:00`, kind: "morning", pain });

test("two points or thirty in a hundred matter", () => {
  expect([matters(8, 6), matters(8, 7), matters(3, 2), matters(4, 3), matters(1, 0), matters(0, 0), matters(2, 4)]).toEqual([true, false, true, false, true, false, false]);
});

test("fewer than three days say nothing", () => {
  expect(said(practiceDays([led(0, 5, 1), led(1, 5, 1), led(2, 5, null)]))).toEqual([{ what: "too-few" }]);
});

test("lower on most days is more than half of them, each by what matters", () => {
  expect(said(practiceDays([led(0, 5, 3), led(1, 5, 3), led(2, 5, 5)]))).toEqual([{ what: "lower-after" }]);
  expect(said(practiceDays([led(0, 5, 3), led(1, 5, 3), led(2, 5, 5), led(3, 5, 4)]))).toEqual([{ what: "no-change-after" }]);
  expect(said(practiceDays([led(0, 3, 5), led(1, 3, 5), led(2, 5, 5)]))).toEqual([{ what: "higher-after" }]);
});

test("three days are set against three others", () => {
  const before = (numbers: number[]) => said(practiceDays(numbers.map((each, i) => led(i, each, each)))).slice(1);
  expect(before([6, 5, 6, 4, 3, 3])).toEqual([{ what: "lower-now", from: 6, to: 3 }]);
  expect(before([6, 5, 6, 5, 5, 5])).toEqual([]);
  expect(before([6, 5, 6, 3, 3])).toEqual([]);
  expect(before([3, 3, 3, 5, 5, 5])).toEqual([{ what: "higher-now", from: 3, to: 5 }]);
});

test("a week has medians and the quarters around them, and the morning after belongs to the day before", () => {
  const [first, second] = weeks([led(0, 2, 1), led(1, 4, 2), led(2, 8, 3), led(6, null, null), morning(3, 5), morning(7, 1), led(7, 5, 5, { week: 25 })]);
  expect(first).toMatchObject({ before: { median: 4, low: 3, high: 6 }, after: { median: 2 }, days: 4, minutes: 20, breaths: 56, left: 8 });
  expect(first?.morning).toEqual({ median: 3, low: 2, high: 4 });
  expect(second).toMatchObject({ days: 1, morning: null });
});

test("weeks are those of pregnancy where she said them, else of the calendar, and never two that lie apart", () => {
  const of = (entries: Entry[]) => weeks(entries).map(({ from, week, days }) => [from, week, days]);
  const week = (i: number, week: number | null) => led(i, 5, 3, { week });
  expect(of([week(2, 24), week(3, 24), week(4, 25), week(7, 25)])).toEqual([[day(2), 24, 2], [day(4), 25, 2]]);
  expect(of([week(2, null), week(6, null), week(7, null)])).toEqual([[day(0), null, 2], [day(7), null, 1]]);
  expect(of([week(2, 24), week(702, 24)])).toEqual([[day(2), 24, 1], [day(702), 24, 1]]);
});

test("several sessions of a day are one day, and its first that has both numbers speaks", () => {
  const later = led(0, 2, 2, { at: `${day(0)}T22:00:00+01:00` });
  expect(practiceDays([later, led(0, 5, 3), led(0, 6, null, { at: `${day(0)}T06:00:00+01:00` })])).toEqual([{ day: day(0), before: 5, after: 3, morning: null }]);
});

test("what she is asked: the morning after, weekly, every four weeks, and never before she has practised", () => {
  expect(due([], day(0))).toEqual([]);
  expect(due([led(0, 5, 3)], day(1))).toEqual(["morning", "activities"]);
  const asked: Entry[] = [led(0, 5, 3), morning(1, 4), { id: "a", at: `${day(1)}T07:00:00+01:00`, kind: "activities", items: [{ name: "stairs", able: 5 }] }];
  expect(due(asked, day(1))).toEqual([]);
  expect(due(asked, day(8))).toEqual(["activities"]);
  expect(due(asked, day(28))).toEqual(["activities", "impression"]);
});

test("stops are the days of the sessions that she stopped, by her own clock", () => {
  const stopped = { stopped: true };
  const late = { stopped: true, at: `${day(6)}T23:59:00-11:00` };
  const days = (Date.UTC(2026, 10, 2) - Date.UTC(1970, 0, 1)) / 86_400_000;
  expect(stopsOf([led(0, 5, null, stopped), led(0, 5, null, { ...stopped, id: "again" }), led(6, 5, null, late), led(7, 5, null)])).toEqual([days, days, days + 6]);
});

test("of any diary: medians lie between their quarters, and nothing is counted twice", () => {
  fc.assert(fc.property(aDiary(60), (entries) => {
    const all = weeks(entries);
    for (const { before, after } of all) for (const each of [before, after]) if (each) expect(each.low <= each.median && each.median <= each.high).toBe(true);
    const breaths = entries.reduce((sum, each) => sum + (each.kind === "session" ? each.breaths : 0), 0);
    expect(all.reduce((sum, week) => sum + week.breaths, 0)).toBe(breaths);
    expect(all.reduce((sum, week) => sum + week.days, 0)).toBe(practiceDays(entries).length);
  }));
});
