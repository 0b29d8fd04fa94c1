// SPDX-License-Identifier: Apache-2.0
// What each sentence of a text was read as: the rows beside it.
import type { Step } from "../core/core";
import type { PlacedStep, Sentence, Written } from "../core/written";

export type Kind = "read" | "unread" | "avoid" | "option" | "throughout" | "said";

export interface Row {
  readonly line: number;
  readonly column: number;
  /** Where the row ends: the column behind its last character. */
  readonly end: number;
  readonly kind: Kind;
  readonly steps: readonly Pick<Step, "breath" | "side" | "moves">[];
}

const endOf = ({ column, length }: { readonly column: number; readonly length: number }): number => column + length;

const within = ({ line, column }: PlacedStep, sentence: Sentence): boolean => line === sentence.line && column >= sentence.column && column < endOf(sentence);

/** What a sentence names without being a step, such as the posture that the exercise begins in. */
const named = ({ clauses }: Sentence): string[] => [...new Set(clauses.filter(({ mood }) => mood === "instruction").flatMap(({ moves }) => moves.map(({ move }) => move)))];

function kindOf(sentence: Sentence, moved: boolean, refused: boolean): Kind {
  const is = (mood: string): boolean => sentence.clauses.some((clause) => clause.mood === mood);
  if (refused || is("unread")) return "unread";
  if (moved) return "read";
  return (["avoid", "option", "throughout"] as const).find(is) ?? "said";
}

export function rowsOf({ sentences, reading, findings }: Pick<Written, "sentences" | "reading" | "findings">): Row[] {
  const unread = findings.filter(({ name }) => name === "sentence.unread");
  const rows = sentences.map((sentence): Row => {
    const steps = reading.steps.filter((step) => within(step, sentence));
    const moves = named(sentence);
    const only = moves.filter((move) => !steps.some((step) => step.moves.includes(move)));
    const first = steps.length === 0 ? only : only.filter((move) => move.startsWith("go."));
    const told = first.length > 0 ? [{ breath: "free", side: "none", moves: first } as const, ...steps] : steps;
    const refused = unread.some(({ line, column }) => line === sentence.line && column >= sentence.column && column < endOf(sentence));
    const { line, column } = sentence;
    return { line, column, end: endOf(sentence), kind: kindOf(sentence, told.length > 0, refused), steps: told };
  });
  // What is only done, by a stage direction on a line of its own.
  const silent = reading.steps
    .filter((step) => !sentences.some((sentence) => within(step, sentence)))
    .map((step): Row => ({ line: step.line, column: step.column, end: step.column + 1, kind: "read", steps: [step] }));
  return [...rows, ...silent].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The row of the cursor: the sentence that it stands in, else the last one before it on its line. */
export const rowAt = (rows: readonly Row[], line: number, column: number): Row | undefined =>
  rows.filter((row) => row.line === line && row.column <= column).at(-1) ?? rows.find((row) => row.line === line);
