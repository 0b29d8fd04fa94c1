// SPDX-License-Identifier: Apache-2.0
import { toJsonSchema } from "@valibot/to-json-schema";
import Ajv from "ajv/dist/2020";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aDiary } from "./arbitrary";
import { diaryFile } from "./entry";
import { entryFromText, entryToText, isRefusal, readFile, upToDate, writeFile } from "./file";

test("what is written is read again, whole and the same", () => {
  fc.assert(fc.property(aDiary(), (entries) => {
    expect(readFile(writeFile(entries))).toEqual(entries);
    for (const each of entries) expect(entryFromText(entryToText(each), 1)).toEqual(each);
  }));
});

test("the published schema is the one that files are held to, and takes every diary", async () => {
  const made = toJsonSchema(diaryFile, { target: "draft-2020-12", errorMode: "ignore" });
  const title = "A diary of Supple as one file (web/src/diary/entry.ts)";
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", title, ...made };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../../docs/schemas/diary.schema.json"); // vitest -u writes it
  const valid = new Ajv({ strict: false }).compile(schema);
  fc.assert(fc.property(aDiary(), (entries) => {
    expect(valid(JSON.parse(writeFile(entries))) || valid.errors).toBe(true);
  }));
});

test("every beginning of a file is refused", () => {
  const [entries] = fc.sample(aDiary(6), { numRuns: 1, seed: 8 });
  const text = writeFile(entries!).trimEnd();
  for (let length = 0; length < text.length; length += 1) expect(isRefusal(readFile(text.slice(0, length)))).toBe(true);
});

test("a file of any bytes, or of any JSON, is refused or is a diary", () => {
  const look = (text: string): void => {
    const read = readFile(text);
    if (!isRefusal(read)) expect(readFile(writeFile(read))).toEqual(read);
  };
  fc.assert(fc.property(fc.string({ unit: "binary" }), look));
  fc.assert(fc.property(fc.json(), (json) => look(`{"format":"supple-diary","version":1,"entries":${json}}`)));
  const part = fc.constantFrom("id", "at", "kind", "pain", "regions", "items", "seconds", "note", "new");
  fc.assert(fc.property(aDiary(3), part, fc.jsonValue(), (entries, key, value) =>
    look(JSON.stringify({ format: "supple-diary", version: 1, entries: entries.map((each) => ({ ...each, [key]: value })) }))));
});

test("a refusal names the place", () => {
  const broken = { id: "a", at: "2026-11-25T10:00:00+01:00", kind: "felt", pain: 11, regions: [], note: "" };
  const file = (entries: unknown[], version = 1): string => JSON.stringify({ format: "supple-diary", version, entries });
  expect(readFile(file([broken]))).toMatchObject({ why: "broken", where: "entries.0.pain" });
  expect(readFile(file([{ ...broken, pain: 3, note: 4 }]))).toMatchObject({ why: "broken", where: "entries.0.note" });
  expect(readFile(file([{ ...broken, pain: 3, at: "2026-02-30T10:00:00+01:00" }]))).toMatchObject({ why: "broken", where: "entries.0.at" });
  expect(readFile(file([{ ...broken, pain: 3 }, { ...broken, pain: 4 }]))).toEqual({ why: "twice" });
  expect(readFile(file([], 3))).toEqual({ why: "newer" });
  expect(readFile("[1]")).toEqual({ why: "not-a-diary" });
});

test("a session that was kept before it could be said how it felt is read as not said", () => {
  const old = { id: "a", at: "2026-11-25T10:00:00+01:00", kind: "session", exercise: "x", title: "X", week: null, seconds: 1, breaths: 1, left: 0, right: 0, stopped: false, before: 1, after: 1, regions: [], note: "" };
  expect(readFile(JSON.stringify({ format: "supple-diary", version: 1, entries: [old] }))).toEqual([{ ...old, effort: null }]);
  expect(readFile(JSON.stringify({ format: "supple-diary", version: 2, entries: [old] }))).toMatchObject({ why: "broken" });
});

test("an older form is brought up to date, step by step", () => {
  const steps = [(old: Record<string, unknown>) => ({ ...old, pain: old["ache"] }), ({ ache, ...old }: Record<string, unknown>) => ({ ...old, was: ache })];
  expect(upToDate({ ache: 3 }, 1, steps)).toEqual({ pain: 3, was: 3 });
  expect(upToDate({ pain: 3, ache: 2 }, 2, steps)).toEqual({ pain: 3, was: 2 });
  expect(upToDate({ pain: 3 }, 3, steps)).toEqual({ pain: 3 });
});
