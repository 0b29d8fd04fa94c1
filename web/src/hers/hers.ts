// SPDX-License-Identifier: Apache-2.0
// What she has told the page about herself and how she likes to be led: kept on this device only, and, where the browser
// keeps nothing, as long as the page is open.
import { signal } from "@preact/signals";

/** By the date, so that the week goes on by itself. Dates are days (dayOf). */
export type Stage = { readonly kind: "pregnant"; readonly due: number } | { readonly kind: "after-birth"; readonly born: number };

export type Answers = Readonly<Record<string, boolean>>;

export interface Comfort {
  readonly wrists: "palms" | "fists" | "forearms";
  readonly knees: boolean;
  readonly pelvis: boolean;
  readonly headUp: boolean;
  readonly belly: boolean;
}

/** Of voice, tones and ground: 0 is off, 3 is full. */
export type Level = 0 | 1 | 2 | 3;

export interface Hers {
  readonly stage: Stage | null;
  readonly screened: { readonly day: number; readonly after_birth: boolean; readonly week: number; readonly answers: Answers } | null;
  /** Answers of a screening that is not finished. */
  readonly draft: Answers;
  /** A session was stopped after the screening; which ones and why stands in the diary. */
  readonly stoppedSince: boolean;
  readonly talked: boolean;
  readonly stopSignDay: number | null;
  readonly comfort: Comfort;
  readonly pace_bpm: number;
  readonly ownBreath: boolean;
  readonly levels: { readonly voice: Level; readonly tones: Level; readonly ground: Level };
  /** One rendered track that goes on with the screen off, or sounds made as they are needed, beside her own music. */
  readonly setting: "music" | "locked";
  readonly keyStops: boolean;
  readonly fullScreen: boolean;
  /** The figure moves as in a mirror, or as she is. */
  readonly mirror: boolean;
  /** A loud voice stops: the microphone listens in a session. */
  readonly voiceStops: boolean;
}

export const nothingTold: Hers = {
  stage: null, screened: null, draft: {}, stoppedSince: false, talked: false, stopSignDay: null,
  comfort: { wrists: "palms", knees: false, pelvis: false, headUp: false, belly: false },
  pace_bpm: 6, ownBreath: false, levels: { voice: 3, tones: 3, ground: 0 }, setting: "music",
  keyStops: true, fullScreen: true, mirror: false, voiceStops: false,
};

const key = "supple.hers";

/** Days since the first of January 1970, in her own time zone. */
export const dayOf = (date: Date): number => Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);

export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const daysOfPregnancy = 280;
export const earliestWeek = 4;
export const latestWeek = 42;

/** Whole weeks: "week 29" is from 29 weeks and no days on. Not held to any range: who is past 42 weeks is asked again. */
export const weekOf = (stage: Stage, day: number): number =>
  Math.floor(stage.kind === "pregnant" ? (daysOfPregnancy - (stage.due - day)) / 7 : (day - stage.born) / 7);

export const pregnantIn = (week: number, day: number): Stage => ({ kind: "pregnant", due: day + daysOfPregnancy - week * 7 });

export const bornBefore = (weeks: number, day: number): Stage => ({ kind: "after-birth", born: day - weeks * 7 });

/** Whether the date she gave still says where she is. */
export function holds(stage: Stage | null, day: number): stage is Stage {
  if (stage === null) return false;
  const week = weekOf(stage, day);
  return stage.kind === "pregnant" ? week >= earliestWeek && week <= latestWeek : week >= 0 && week <= 520;
}

/** What was kept, each part held to the form of the one it stands for: a part of another form counts as not told. */
export function read(text: string | null): Hers {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "{}");
  } catch {
    return nothingTold;
  }
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return nothingTold;
  return fitted(nothingTold, kept as Record<string, unknown>) as unknown as Hers;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Parts that may be null or missing have no form to be held to; the core takes nothing from them that is not right. */
function fitted(form: object, kept: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form).map(([name, plain]) => {
      const value = kept[name];
      if (value === undefined || value === null) return [name, plain];
      if (plain === null) return [name, name === "stopSignDay" ? (typeof value === "number" ? value : null) : isObject(value) ? value : null];
      if (isObject(plain)) return [name, isObject(value) ? (name === "draft" ? value : fitted(plain, value)) : plain];
      return [name, typeof value === typeof plain && Array.isArray(value) === Array.isArray(plain) ? value : plain];
    }),
  );
}

function kept(): Hers {
  try {
    return read(localStorage.getItem(key));
  } catch {
    return nothingTold;
  }
}

export const hers = signal<Hers>(kept());

/** Changes some of it, and keeps all of it. */
export function tell(change: Partial<Hers>): void {
  hers.value = { ...hers.peek(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(hers.peek()));
  } catch {
    // Site data may be blocked; this page still remembers.
  }
}

/** Everything is as if she had never come. */
export function forgetHers(): void {
  hers.value = nothingTold;
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
