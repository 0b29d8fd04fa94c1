// SPDX-License-Identifier: Apache-2.0
// Times of the diary: an instant together with what the clock on her wall showed, "2026-11-25T23:50:00+01:00". The day of
// an entry is the day that she lived then, wherever she is now and whatever the clocks have done since. Days are
// "2026-11-25" and are reckoned in UTC, where every day has 24 hours.

const two = (n: number): string => String(n).padStart(2, "0");

/** The stamp of an instant; `offset_min` is how far her clock is ahead of UTC. */
export function stamp(at: Date, offset_min = -at.getTimezoneOffset()): string {
  const wall = new Date(at.getTime() + offset_min * 60_000).toISOString().slice(0, 19);
  const ahead = Math.abs(offset_min);
  return `${wall}${offset_min < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** Whether there is such a time: no 30th of February, no 25th hour, an offset that exists somewhere. */
export function isStamp(text: string): boolean {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return false;
  const sign = text[19] === "-" ? -1 : 1;
  const offset = sign * (Number(text.slice(20, 22)) * 60 + Number(text.slice(23, 25)));
  return Math.abs(offset) <= 18 * 60 && stamp(new Date(instant), offset) === text.replace("-00:00", "+00:00");
}

export const dayOf = (at: string): string => at.slice(0, 10);
export const timeOf = (at: string): string => at.slice(11, 16);
export const today = (now: Date): string => dayOf(stamp(now));

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function addDays(day: string, days: number): string {
  return new Date(instantOf(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string): number => Math.round((instantOf(to) - instantOf(from)) / 86_400_000);

/** 0 for Monday to 6 for Sunday. */
export const weekday = (day: string): number => (new Date(instantOf(day)).getUTCDay() + 6) % 7;

/** The Monday of its week. */
export const mondayOf = (day: string): string => addDays(day, -weekday(day));

/** A day as a Date, for Intl formats with timeZone "UTC". */
export const dateOf = (day: string): Date => new Date(instantOf(day));

/** The stamp of a day and a time of her wall clock, as her device reckons its offset then. */
export function stampOf(day: string, time: string): string {
  return stamp(new Date(`${day}T${time}:00`));
}
