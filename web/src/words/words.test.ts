// SPDX-License-Identifier: Apache-2.0
// The catalogues: the same messages in every language, with the same values in them, and none that nothing says.
import { readdirSync, readFileSync } from "node:fs";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import editorEn from "../editor/words/en.json";
import editorEs from "../editor/words/es.json";
import en from "./en.json";
import es from "./es.json";
import findingsEs from "./findings.es.json";
import { pseudo } from "./pseudo";

const catalogues: Record<string, Record<string, string>> = { en, es };

function valuesOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner = element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options).flatMap(({ value }) => valuesOf(value)) : [];
    return ["value" in element ? String(element.value) : "", ...inner];
  });
}
const valueNames = (message: string): string[] => [...new Set(valuesOf(parse(message)))].sort();

/** The words of the editor are fetched by themselves, and are held to the same. */
const english: Record<string, string> = { ...en, ...editorEn };
const all: Record<string, Record<string, string>> = { en: english, es: { ...es, ...editorEs } };

test.each(Object.keys(catalogues))("%s has every message, with the values of the English one", (language) => {
  expect(Object.keys(catalogues[language]!)).toEqual(Object.keys(en));
  const messages = all[language]!;
  expect(Object.keys(messages)).toEqual(Object.keys(english));
  for (const [key, message] of Object.entries(messages)) expect(valueNames(message), key).toEqual(valueNames(english[key]!));
});

test.each(Object.keys(catalogues))("%s has a form for every number", (language) => {
  for (const [key, message] of Object.entries(all[language]!)) {
    const format = new IntlMessageFormat(message, language);
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1000]) {
      const text = String(format.format(Object.fromEntries(valueNames(message).map((name) => [name, count]))));
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/[{}]/);
    }
  }
});

test("Spanish is not English", () => {
  const same = Object.keys(en).filter((key) => en[key as keyof typeof en] === es[key as keyof typeof es]);
  expect(same).toEqual(["no", "day.arrow", "activities.line", "page.on"]);
  expect(Object.keys(editorEn).filter((key) => editorEn[key as keyof typeof editorEn] === editorEs[key as keyof typeof editorEs])).toEqual([]);
});

test("every question of the screening has its words, and no other", () => {
  const asked = [...readFileSync("../rules/screening.toml", "utf8").matchAll(/^id = "(.+)"$/gm)].map(([, id]) => `question.${id}`);
  expect(asked.length).toBeGreaterThan(20);
  expect(Object.keys(en).filter((key) => key.startsWith("question."))).toEqual(asked);
});

test("what the core says is there in Spanish: every rule, every error of an exercise file", () => {
  const named = (file: string, pattern: RegExp): string[] => [...readFileSync(file, "utf8").matchAll(pattern)].map(([, name]) => name!);
  const refused = readFileSync("../docs/exercise-format.md", "utf8").split("## What is refused")[1]!.split(/^## /m)[0]!;
  const errors = refused.split("\n").filter((line) => line.startsWith("| `")).flatMap((line) => [...line.split(" | ")[0]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
  const findings = [...named("../rules/text.toml", /^name = "(.+)"$/gm), ...errors.filter((name) => !name.startsWith("translation.")), "draft.open"];
  expect(Object.keys(findingsEs).sort()).toEqual([...new Set(findings)].sort());
});

test("every move has its words, and no other", () => {
  const [names = ""] = /move_names\{[^}]*/.exec(readFileSync("../src/vocabulary/vocabulary.cpp", "utf8")) ?? [];
  const moves = [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => `move.${name}`);
  expect(moves.length).toBeGreaterThan(70);
  expect(Object.keys(editorEn).filter((key) => key.startsWith("move."))).toEqual(moves);
  // By which what the figure does not show is found again (core.ts).
  const [meanings = ""] = /move_meanings\{[^}]*/.exec(readFileSync("../src/vocabulary/vocabulary.cpp", "utf8")) ?? [];
  expect(moves.map((move) => editorEn[move as keyof typeof editorEn])).toEqual([...meanings.matchAll(/"([^"]+)"/g)].map(([, meaning]) => meaning));
});

test("there is no message that nothing says", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"));
  const source = files.map((file) => readFileSync(`src/${file}`, "utf8")).join("\n");
  const beginnings = [...source.matchAll(/`([\w-]+\.)\$\{/g)].map(([, beginning]) => beginning!);
  const ofDue = /\$\{what\}\.due/.test(source) ? /^(activities|impression)\.due$/ : /^$/;
  const unsaid = Object.keys({ ...en, ...editorEn }).filter((key) => !source.includes(`"${key}"`) && !beginnings.some((beginning) => key.startsWith(beginning)) && !ofDue.test(key));
  expect(unsaid).toEqual([]);
});

test("the pseudo language marks all that is said, and nothing of what is put in", () => {
  const format = (message: string, values: Record<string, string | number>) => String(new IntlMessageFormat(pseudo(message), "en").format(values));
  expect(format("{count, plural, one {One entry} other {# entries}} of {name}", { count: 3, name: "Ann" })).toMatch(/^⟦3 éñtríéš óf Ann~+⟧$/);
});
