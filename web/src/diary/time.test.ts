// SPDX-License-Identifier: Apache-2.0
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf, daysBetween, isStamp, mondayOf, stamp, weekday } from "./time";

test("a session at ten to midnight belongs to the day that it was for her", () => {
  expect(stamp(new Date("2026-11-25T22:50:00Z"), 60)).toBe("2026-11-25T23:50:00+01:00");
  expect(stamp(new Date("2026-11-25T23:05:00Z"), 60)).toBe("2026-11-26T00:05:00+01:00");
});

test("the day stays hers in any other time zone, and the instant is not lost", () => {
  const anyTime = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(anyTime, fc.integer({ min: -56, max: 56 }), (date, quarters) => {
      const text = stamp(date, quarters * 15);
      expect(isStamp(text)).toBe(true);
      expect(Date.parse(text)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      expect(dayOf(text)).toBe(new Date(date.getTime() + quarters * 900_000).toISOString().slice(0, 10));
    }),
  );
});

test.each(["2026-02-30T10:00:00+00:00", "2026-11-25T25:00:00+00:00", "2026-11-25T10:61:00+00:00", "2026-11-25T10:00:00+23:00", "yesterday"])(
  "there is no %s",
  (text) => expect(isStamp(text)).toBe(false),
);

test("days are counted across the changes of the clock", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  expect(weekday("2026-11-29")).toBe(6);
});
