// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Understood } from "./core/core";
import { ownLines } from "./own_lines";

const text = "Breathe out and round.\n\nHold your breath.\nFloat like a cloud.\nHello.\nKneel on a pillow.\nCome onto all fours.";
const understood: Pick<Understood, "reading" | "start_line" | "findings"> = {
  reading: {
    steps: [{ line: 1, breath: "exhale", side: "none", moves: ["spine.round"] }, { line: 3, breath: "free", side: "none", moves: [] }],
    options: [{ line: 6 }],
    unread: [{ line: 4, text: "Float like a cloud" }],
  },
  start_line: 7,
  findings: [{ name: "breath-held", severity: "error", line: 3, message: "this holds the breath", remedy: "Let it flow" }],
};

test("every line that has words is shown, and what became of it", () => {
  const kinds = ownLines(text, understood).map(({ number, kind }) => [number, kind]);
  expect(kinds).toEqual([[1, "read"], [3, "rule"], [4, "unread"], [5, "other"], [6, "option"], [7, "start"]]);
});

test("a line carries what was read in it and what was not", () => {
  const [read, rule, unread] = ownLines(text, understood);
  expect(read?.steps.map(({ moves }) => moves)).toEqual([["spine.round"]]);
  expect(rule?.findings.map(({ name }) => name)).toEqual(["breath-held"]);
  expect(unread?.unread).toEqual(["Float like a cloud"]);
});
