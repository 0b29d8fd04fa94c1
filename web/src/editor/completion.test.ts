// SPDX-License-Identifier: Apache-2.0
import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { completions } from "./completion";

const wordings = [{ move: "spine.round", words: "round your back" }];
const source = completions(() => wordings, ["spine.round", "go.all-fours"], (move) => `<${move}>`);
/** What is proposed at the end of a text, and for which words. */
function at(text: string): { for: string; options: string[] } | null {
  const found = source(new CompletionContext(EditorState.create({ doc: text }), text.length, false));
  return found === null ? null : { for: text.slice(found.from), options: found.options.map(({ label }) => label) };
}
const exercise = "---\ntitle: x\n---\n## Start\n";

test.each([
  ["Exhale: round", "round"],
  ["Breathe out and roun", "roun"],
  ["Stay here. Round yo", "Round yo"],
])("words of the lexicon stand for what %s begins", (text, words) => {
  expect(at(exercise + text)).toEqual({ for: words, options: ["round your back"] });
});

test("the forms of the format are proposed in their places", () => {
  expect(at("---\nti")).toMatchObject({ for: "ti", options: expect.arrayContaining(["title: ", "weeks: 4-42"]) });
  expect(at(`${exercise}## R`)).toMatchObject({ for: "## R", options: expect.arrayContaining(["## Rounds × 6"]) });
  expect(at(`${exercise}- k`)).toMatchObject({ for: "- k", options: expect.arrayContaining(["- knees: "]) });
  expect(at(`${exercise}Come down. [spi`)).toEqual({ for: "spi", options: ["spine.round", "go.all-fours"] });
  expect(at(`${exercise}Ex`)).toMatchObject({ for: "Ex", options: ["Inhale: ", "Exhale: "] });
});

test("nothing is proposed in a heading that is written, or in the front matter's values", () => {
  expect(at(`${exercise}## Rounds × 6`)).toBeNull();
  expect(at("---\ntitle: round")).toBeNull();
});
