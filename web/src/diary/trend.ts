// SPDX-License-Identifier: Apache-2.0
// What weeks of numbers show, compared with nobody but herself, and only what is more than chance: a change that matters
// is 2 points or 30 % (Ostelo 2008), on most of at least three days, or three days against three others.
import { median, quantileSorted, sum } from "d3-array";
import { type Entry, ofKind, type SessionEntry } from "./entry";
import { addDays, dayOf, daysBetween, mondayOf } from "./time";

export const matters = (from: number, to: number): boolean => from - to >= 2 || (from > 0 && (from - to) / from >= 0.3);

/** The numbers of one day. `before` and `after` are of its first session that has both, else of what there is. */
export interface Day {
  readonly day: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Of the morning after it. */
  readonly morning: number | null;
}

export interface Spread {
  readonly median: number;
  /** The quarter below and the quarter above. */
  readonly low: number;
  readonly high: number;
}

export interface Week {
  /** Its first day of practice, or its Monday where it is a week of the calendar. */
  readonly from: string;
  /** Of pregnancy, where she said it. */
  readonly week: number | null;
  readonly before: Spread | null;
  readonly after: Spread | null;
  readonly morning: Spread | null;
  readonly days: number;
  readonly minutes: number;
  readonly breaths: number;
  readonly left: number;
  readonly right: number;
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group === undefined) groups.set(by(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The days on which she practised, oldest first. */
export function practiceDays(entries: readonly Entry[]): Day[] {
  const mornings = new Map(ofKind(entries, "morning").map(({ at, pain }) => [addDays(dayOf(at), -1), pain]));
  const days = grouped(ofKind(entries, "session"), ({ at }) => dayOf(at));
  return [...days]
    .map(([day, sessions]) => {
      sessions.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      const both = sessions.find(({ before, after }) => before !== null && after !== null);
      const before = both?.before ?? sessions.find((each) => each.before !== null)?.before ?? null;
      const after = both?.after ?? sessions.find((each) => each.after !== null)?.after ?? null;
      return { day, before, after, morning: mornings.get(day) ?? null };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function spread(numbers: readonly (number | null)[]): Spread | null {
  const sorted = numbers.filter((each) => each !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = (number: number): number => Math.round(number * 2) / 2; // finer than she can tell
  return { median: median(sorted)!, low: half(quantileSorted(sorted, 0.25)!), high: half(quantileSorted(sorted, 0.75)!) };
}

/** Days of one week: of pregnancy where she said it, else of the calendar. */
interface Group {
  readonly key: string;
  readonly week: number | null;
  readonly from: string;
  readonly days: Day[];
}

function groupsOf(days: readonly Day[], sessions: ReadonlyMap<string, readonly SessionEntry[]>): Group[] {
  const groups: Group[] = [];
  for (const day of days) {
    const week = sessions.get(day.day)?.find((each) => each.week !== null)?.week ?? null;
    const key = week === null ? mondayOf(day.day) : `week ${week}`;
    const last = groups.at(-1);
    if (last?.key === key && daysBetween(last.from, day.day) < 7) last.days.push(day);
    else groups.push({ key, week, from: week === null ? key : day.day, days: [day] });
  }
  return groups;
}

/** The weeks in which she practised, oldest first. */
export function weeks(entries: readonly Entry[]): Week[] {
  const sessions = grouped(ofKind(entries, "session"), ({ at }) => dayOf(at));
  return groupsOf(practiceDays(entries), sessions).map(({ week, from, days }) => {
    const led = days.flatMap(({ day }) => sessions.get(day) ?? []);
    const all = (of: (each: SessionEntry) => number): number => sum(led, of);
    return {
      from,
      week,
      before: spread(days.map(({ before }) => before)),
      after: spread(days.map(({ after }) => after)),
      morning: spread(days.map(({ morning }) => morning)),
      days: days.length,
      minutes: Math.round(all(({ seconds }) => seconds) / 60),
      breaths: all(({ breaths }) => breaths),
      left: all(({ left }) => left),
      right: all(({ right }) => right),
    };
  });
}

export type Said =
  | { readonly what: "too-few" }
  | { readonly what: "lower-after" | "higher-after" | "no-change-after" }
  | { readonly what: "lower-now" | "higher-now"; readonly from: number; readonly to: number };

/** What may be said of the change within her days, and of her last three days against the first three. */
export function said(days: readonly Day[]): Said[] {
  const whole = days.filter(({ before, after }) => before !== null && after !== null) as { before: number; after: number }[];
  if (whole.length < 3) return [{ what: "too-few" }];
  const most = (of: (day: { before: number; after: number }) => boolean): boolean => whole.filter(of).length * 2 > whole.length;
  const within: Said = most(({ before, after }) => matters(before, after))
    ? { what: "lower-after" }
    : most(({ before, after }) => matters(after, before))
      ? { what: "higher-after" }
      : { what: "no-change-after" };
  if (whole.length < 6) return [within];
  const [from, to] = [whole.slice(0, 3), whole.slice(-3)].map((three) => median(three, ({ before }) => before)!) as [number, number];
  if (matters(from, to)) return [within, { what: "lower-now", from, to }];
  return matters(to, from) ? [within, { what: "higher-now", from, to }] : [within];
}

/** How often each region was marked in these entries, most often first. */
export function regionCounts(entries: readonly Entry[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const each of [...ofKind(entries, "felt"), ...ofKind(entries, "session")])
    for (const region of each.regions) counts.set(region, (counts.get(region) ?? 0) + 1);
  return [...counts].sort(([a, i], [b, j]) => j - i || (a < b ? -1 : 1));
}

/** The days on which she stopped a session, each as often as she did, as days since the first of January 1970. */
export const stopsOf = (entries: readonly Entry[]): number[] =>
  ofKind(entries, "session").filter(({ stopped }) => stopped).map(({ at }) => Date.parse(dayOf(at)) / 86_400_000);

export type Due = "morning" | "activities" | "impression";

/** What she may be asked today: the morning after practice, her activities every week, her impression every four weeks. */
export function due(entries: readonly Entry[], today: string): Due[] {
  const sessions = ofKind(entries, "session").map(({ at }) => dayOf(at));
  if (sessions.length === 0) return [];
  const first = sessions.reduce((a, b) => (a < b ? a : b));
  const since = (kind: Entry["kind"]): number =>
    Math.min(...ofKind(entries, kind).map(({ at }) => daysBetween(dayOf(at), today)).filter((days) => days >= 0));
  const out: Due[] = [];
  if (sessions.includes(addDays(today, -1)) && since("morning") > 0) out.push("morning");
  if (since("activities") >= 7) out.push("activities");
  if (daysBetween(first, today) >= 28 && since("impression") >= 28) out.push("impression");
  return out;
}
