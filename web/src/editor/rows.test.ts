// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { PlacedFinding, PlacedStep, Sentence } from "../core/written";
import { rowAt, rowsOf } from "./rows";

const clause = (mood: Sentence["clauses"][number]["mood"], ...moves: string[]) => ({ line: 1, column: 1, length: 5, mood, moves: moves.map((move) => ({ line: 1, column: 1, length: 3, move })) });
const sentence = (line: number, column: number, ...clauses: Sentence["clauses"][number][]): Sentence => ({ line, column, length: 20, clauses });
const step = (line: number, column: number, ...moves: string[]): PlacedStep => ({ line, column, breath: "exhale", side: "none", moves });
const readOf = (sentences: Sentence[], steps: PlacedStep[] = [], findings: PlacedFinding[] = []) =>
  rowsOf({ sentences, reading: { steps, options: [], unread: [] }, findings });

test("a sentence is read as its steps, and as the posture that it takes", () => {
  const rows = readOf([sentence(4, 1, clause("instruction", "go.all-fours", "head.drop"))], [step(4, 1, "head.drop")]);
  expect(rows).toEqual([{ line: 4, column: 1, end: 21, kind: "read", steps: [{ breath: "free", side: "none", moves: ["go.all-fours"] }, step(4, 1, "head.drop")] }]);
});

test("two sentences of a line keep their own steps", () => {
  const rows = readOf([sentence(4, 1), sentence(4, 22)], [step(4, 22, "spine.round"), step(4, 3, "pelvis.back")]);
  expect(rows.map(({ steps }) => steps.flatMap(({ moves }) => moves))).toEqual([["pelvis.back"], ["spine.round"]]);
});

test("what is only done, and not said, has a row too", () => {
  expect(readOf([sentence(2, 1)], [step(9, 1, "spine.round")]).at(-1)).toMatchObject({ line: 9, kind: "read" });
});

test("what was not read is said of its sentence, in an exercise and in an article", () => {
  const finding: PlacedFinding = { name: "sentence.unread", severity: "error", line: 5, column: 8, length: 4, message: "", remedy: "" };
  expect(readOf([sentence(5, 1, clause("instruction"))], [step(5, 1, "spine.round")], [finding])[0]?.kind).toBe("unread");
  expect(readOf([sentence(5, 1, clause("unread"))])[0]?.kind).toBe("unread");
  expect(["avoid", "option", "throughout", "telling"].map((mood) => readOf([sentence(5, 1, clause(mood as "avoid"))])[0]?.kind)).toEqual(["avoid", "option", "throughout", "said"]);
});

test("the row of the cursor is its sentence, on a line with several the one before it", () => {
  const rows = readOf([sentence(3, 1), sentence(4, 5), sentence(4, 30)]);
  expect(rowAt(rows, 4, 27)?.column).toBe(5);
  expect(rowAt(rows, 4, 30)?.column).toBe(30);
  expect(rowAt(rows, 4, 1)?.column).toBe(5);
  expect(rowAt(rows, 7, 1)).toBeUndefined();
});
