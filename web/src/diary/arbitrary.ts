// SPDX-License-Identifier: Apache-2.0
// Random diaries for the tests.
import { webcrypto } from "node:crypto";
import fc from "fast-check";
import { efforts, type Entry, regionNames } from "./entry";
import { stamp } from "./time";

globalThis.crypto ??= webcrypto as Crypto; // Node 18 has it, but not yet under this name

const number10 = fc.integer({ min: 0, max: 10 });
const pain = fc.option(number10);
const at = fc
  .tuple(fc.date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2040-01-01T00:00:00Z"), noInvalidDate: true }), fc.integer({ min: -48, max: 56 }))
  .map(([date, quarters]) => stamp(date, quarters * 15));
const common = { id: fc.uuid(), at };
const felt = { regions: fc.uniqueArray(fc.constantFrom(...regionNames), { maxLength: 5 }), note: fc.string({ unit: "grapheme", maxLength: 60 }) };
const count = fc.integer({ min: 0, max: 400 });

export const anEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    ...common, kind: fc.constant("session" as const), exercise: fc.string({ maxLength: 20 }), title: fc.string({ unit: "grapheme", maxLength: 30 }),
    week: fc.option(fc.integer({ min: 4, max: 42 })), seconds: fc.integer({ min: 0, max: 4000 }), breaths: count, left: count, right: count,
    stopped: fc.boolean(), before: pain, after: pain, effort: fc.option(fc.constantFrom(...efforts)), ...felt,
  }),
  fc.record({ ...common, kind: fc.constant("felt" as const), pain, ...felt }),
  fc.record({ ...common, kind: fc.constant("morning" as const), pain: number10 }),
  fc.record({
    ...common, kind: fc.constant("activities" as const),
    items: fc.array(fc.record({ name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), able: number10 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ ...common, kind: fc.constant("impression" as const), change: fc.integer({ min: 1, max: 7 }) }),
);

export const aDiary = (most = 30): fc.Arbitrary<Entry[]> => fc.uniqueArray(anEntry, { maxLength: most, selector: ({ id }) => id });
