// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { counted, type Entry, find, indexOf, type Words } from "./search";

const entry = (name: string, title: string, tags: readonly string[], text: string): Entry => ({ page: `exercises/${name}/`, title, tags, line: "", text });
const index = indexOf([
  entry("release", "Release your low back", ["low back", "all fours"], "Inhale: let your hips travel back, and reach long through your fingers."),
  entry("needle", "Thread the needle", ["upper back", "sides"], "Exhale: slide your left arm under."),
  entry("willow", "Lean like a willow", ["sides", "sitting"], "Inhale: reach up, and grow tall."),
]);

const words: Words = {
  nothing: "", noList: "", exercise: "{n} exercise", exercises: "{n} exercises", workout: "{n} workout", workouts: "{n} workouts", both: "{exercises} and {workouts}",
};
const first = (words: string): string | undefined => find(index, words)[0]?.page;

test.each([
  ["release", "release"],
  ["releese your lwo back", "release"],
  ["fingers long", "release"],
  ["needel", "needle"],
  ["thraed", "needle"],
  ["sitt", "willow"],
  ["WILLOW", "willow"],
])("“%s” finds %s first", (words, name) => expect(first(words)).toBe(`exercises/${name}/`));

test("what was found is called what it is", () => {
  const told = (...pages: string[]): string => counted(pages.map((page) => ({ page })), words);
  expect(told("exercises/a/")).toBe("1 exercise");
  expect(told("workouts/a/", "workouts/b/")).toBe("2 workouts");
  expect(told("exercises/a/", "workouts/b/", "exercises/c/")).toBe("2 exercises and 1 workout");
});

test("what nobody says finds nothing, and neither do signs", () => {
  for (const words of ["xylophone", "", "???", "<script>"]) expect(find(index, words)).toEqual([]);
});

test("all words come before some words", () => {
  expect(find(index, "upper back").map(({ page }) => page)[0]).toBe("exercises/needle/");
  expect(find(index, "willow xylophone").map(({ page }) => page)).toEqual(["exercises/willow/"]);
});
