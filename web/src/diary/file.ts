// SPDX-License-Identifier: Apache-2.0
// The diary as one file, there and back; and the forms of earlier versions, brought up to date.
import * as v from "valibot";
import { diaryFile, type Entry, entry, formVersion } from "./entry";

/** Brings an entry from version i + 1 to i + 2. */
export type Step = (old: Record<string, unknown>) => Record<string, unknown>;
const steps: readonly Step[] = [(old) => (old["kind"] === "session" ? { effort: null, ...old } : old)];

/** An entry of an earlier version in the present form, not yet looked at. */
export function upToDate(value: unknown, version: number, through: readonly Step[] = steps): unknown {
  if (typeof value !== "object" || value === null) return value;
  return through.slice(version - 1).reduce((old, step) => step(old), value as Record<string, unknown>);
}

/** Why a text is no diary. `where`: the place in it, "entries.3.pain". */
export type Refusal =
  | { readonly why: "not-json" | "not-a-diary" | "newer" | "twice" | "too-large" }
  | { readonly why: "broken"; readonly where: string; readonly what: string };

export const largestFile = 64 * 1024 * 1024;

const head = v.looseObject({
  format: v.literal("supple-diary"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  entries: v.array(v.unknown()),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The entries of a file that she chose; or why it is refused, whole: nothing of a broken file is taken. */
export function readFile(text: string): readonly Entry[] | Refusal {
  if (text.length > largestFile) return { why: "too-large" };
  const value = parsed(text);
  if (value === undefined) return { why: "not-json" };
  if (!v.is(head, value)) return { why: "not-a-diary" };
  if (value.version > formVersion) return { why: "newer" };
  const brought = { ...value, version: formVersion, entries: value.entries.map((each) => upToDate(each, value.version)) };
  const result = v.safeParse(diaryFile, brought, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    return { why: "broken", where: v.getDotPath(issue) ?? "", what: issue.message };
  }
  const { entries } = result.output;
  return new Set(entries.map(({ id }) => id)).size === entries.length ? entries : { why: "twice" };
}

export const isRefusal = (read: readonly Entry[] | Refusal): read is Refusal => !Array.isArray(read);

export function writeFile(entries: readonly Entry[]): string {
  return `${JSON.stringify({ format: "supple-diary", version: formVersion, entries }, null, 1)}\n`;
}

/** An entry as it stands on the shelf, and back; null for what is none. */
export const entryToText = (each: Entry): string => JSON.stringify(each);
export function entryFromText(text: string, version: number): Entry | null {
  const result = v.safeParse(entry, upToDate(parsed(text), version));
  return result.success ? result.output : null;
}
