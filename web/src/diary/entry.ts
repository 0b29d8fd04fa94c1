// SPDX-License-Identifier: Apache-2.0
// What one entry of the diary is. The published schema (docs/schemas/diary.schema.json) is made of this file.
import * as v from "valibot";
import regions from "./regions.json";
import { isStamp } from "./time";

export const regionNames: readonly string[] = regions.map(({ id }) => id);

const number10 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
const pain = v.nullable(number10);
const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** In common: its name, and when it was, by the clock on her wall (time.ts). */
const common = {
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,48}$/)),
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/), v.check(isStamp, "no such time")),
};
const felt = {
  regions: v.pipe(v.array(v.picklist(regionNames)), v.maxLength(regionNames.length), v.checkItems((item, i, all) => all.indexOf(item) === i, "named twice")),
  note: words(2000),
};

/** How a session felt. */
export const efforts = ["easy", "right", "much"] as const;

/** A session that she was led through. */
export const session = v.strictObject({
  ...common,
  kind: v.literal("session"),
  exercise: words(100),
  title: words(200),
  week: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(42))),
  seconds: count(86_400),
  breaths: count(10_000),
  left: count(10_000),
  right: count(10_000),
  stopped: v.boolean(),
  before: pain,
  after: pain,
  effort: v.nullable(v.picklist(efforts)),
  ...felt,
});

/** How it was at some time of the day. */
export const note = v.strictObject({ ...common, kind: v.literal("felt"), pain, ...felt });

/** The morning after. */
export const morning = v.strictObject({ ...common, kind: v.literal("morning"), pain: number10 });

/** Up to three activities of her own, each from 0 (cannot) to 10 (as ever): Stratford 1995, Patient-Specific Functional Scale. */
export const activities = v.strictObject({
  ...common,
  kind: v.literal("activities"),
  items: v.pipe(v.array(v.strictObject({ name: v.pipe(words(100), v.minLength(1)), able: number10 })), v.minLength(1), v.maxLength(3)),
});

/** Her global impression of change, 1 (very much better) to 7 (very much worse): Guy 1976, as PGIC in Farrar 2001. */
export const impression = v.strictObject({
  ...common,
  kind: v.literal("impression"),
  change: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
});

export const entry = v.variant("kind", [session, note, morning, activities, impression]);

/** The version of the form below. Another one is refused in words; an older one is brought up to date (file.ts). */
export const formVersion = 2;

/** The whole diary as one file. */
export const diaryFile = v.strictObject({
  format: v.literal("supple-diary"),
  version: v.literal(formVersion),
  entries: v.pipe(v.array(entry), v.maxLength(100_000)),
});

export type Entry = v.InferOutput<typeof entry>;
export type SessionEntry = v.InferOutput<typeof session>;
export type FeltEntry = v.InferOutput<typeof note>;
export type ActivitiesEntry = v.InferOutput<typeof activities>;
export type ImpressionEntry = v.InferOutput<typeof impression>;
export type Of<Kind extends Entry["kind"]> = Extract<Entry, { kind: Kind }>;

/** Newest first; of one instant, by name, so that the order is always the same. */
export const newestFirst = (a: Entry, b: Entry): number => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1);

/** The entries of one kind. */
export const ofKind = <Kind extends Entry["kind"]>(entries: readonly Entry[], kind: Kind): Of<Kind>[] =>
  entries.filter((each): each is Of<Kind> => each.kind === kind);
