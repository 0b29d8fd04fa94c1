// SPDX-License-Identifier: Apache-2.0
// The diary as a table (CSV, RFC 4180): a row an entry, oldest first, the same columns for all kinds.
import { csvFormat } from "d3-dsv";
import { type Entry, newestFirst } from "./entry";

export const columns = [
  "at", "kind", "title", "week", "minutes", "breaths", "left", "right", "stopped", "before", "after", "effort", "pain", "regions", "note", "activities", "change",
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;

/** A spreadsheet takes a cell that begins so for a formula; with an apostrophe before it, it stays text (OWASP, CSV Injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function cells(each: Entry): Row {
  const row: Record<string, string> = {};
  for (const [key, value] of Object.entries(each))
    if ((columns as readonly string[]).includes(key)) row[key] = Array.isArray(value) ? value.join("; ") : harmless(value === null ? "" : String(value));
  if (each.kind === "session") row["minutes"] = (each.seconds / 60).toFixed(1);
  if (each.kind === "activities") row["activities"] = harmless(each.items.map(({ name, able }) => `${name}: ${able}`).join("; "));
  return row;
}

export function writeTable(entries: readonly Entry[]): string {
  const oldestFirst = [...entries].sort((a, b) => -newestFirst(a, b));
  return `${csvFormat(oldestFirst.map(cells), [...columns])}\n`;
}
