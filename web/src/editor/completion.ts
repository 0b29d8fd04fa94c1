// SPDX-License-Identifier: Apache-2.0
// What may be written here: the words of the lexicon for a move, and the forms of an exercise file.
import { type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { Text } from "@codemirror/state";
import type { Wording } from "../core/written";

/** Where a wording may begin: behind a mark, a breath, or a word that links. */
const begins = /^(?:.*(?:[.:,;!?*]|\band\b|\bthen\b|\blet\b))?\s*((?:[\p{L}'’-]+ ?){1,5})$/iu;

const sections = ["Comfort", "Start", "Rounds × 6", "Sides × 2 each side", "Finish", "Care"];
const comfort = ["knees", "wrists", "pelvis", "head", "belly"];
const front = ["title: ", "tags: []", "weeks: 4-42", "postnatal: 6+"];
const form = (list: readonly string[], more: Partial<Completion> = {}): Completion[] => list.map((label) => ({ label, type: "form", ...more }));

function formsAt(before: string, number: number, inFront: boolean, moves: readonly Completion[]): { from: number; options: readonly Completion[] } | null {
  const heading = /^## ?(\w*)$/.exec(before);
  if (heading !== null) return { from: 0, options: form(sections.map((section) => `## ${section}`)) };
  if (/^- ?\w*$/.test(before)) return { from: 0, options: form(comfort.map((part) => `- ${part}: `)) };
  const direction = /\[([\w.-]*)$/.exec(before);
  if (direction !== null) return { from: before.length - direction[1]!.length, options: moves };
  if (inFront && number > 1 && /^\w*$/.test(before)) return { from: 0, options: form(front) };
  if (/^(i|in|inh|inha|inhal|e|ex|exh|exha|exhal)$/i.test(before)) return { from: 0, options: form(["Inhale: ", "Exhale: "]) };
  return null;
}

/** The line that ends the front matter; 0 where there is none. */
function endOfFront(text: Text): number {
  if (text.line(1).text !== "---") return 0;
  for (let number = 2; number <= text.lines; number += 1) if (text.line(number).text === "---") return number;
  return text.lines + 1;
}

/** `meaning`: of a move, in her words; `wordings` are asked for when they are first needed. */
export function completions(wordings: () => readonly Wording[], moves: readonly string[], meaning: (move: string) => string) {
  let known: readonly Completion[] | undefined;
  const directions = moves.map((move): Completion => ({ label: move, detail: meaning(move), apply: `${move}]` }));
  const words = (): readonly Completion[] => (known ??= wordings().map(({ move, words: label }) => ({ label, detail: meaning(move) })));

  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const { from, text, number } = state.doc.lineAt(pos);
    const before = text.slice(0, pos - from);
    const end = endOfFront(state.doc);
    const forms = formsAt(before, number, number < end, directions);
    if (forms !== null) return { from: from + forms.from, options: forms.options };
    if (number < end || before.startsWith("#")) return null;
    const typed = begins.exec(before)?.[1] ?? "";
    if (typed.trim().length < 2 && !explicit) return null;
    return { from: pos - typed.length, options: words(), validFor: /^[\p{L}'’ -]*$/u };
  };
}
