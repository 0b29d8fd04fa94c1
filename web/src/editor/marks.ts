// SPDX-License-Identifier: Apache-2.0
// What a text shows of how it was read: a candle line under the words that move her, dots under those that were not read,
// a wave under what breaks a rule; and the quiet marks of the format.
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { type Range, StateEffect, StateField, type Text, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Written } from "../core/written";
import { spanOf } from "./places";

const setWritten = StateEffect.define<Written>();

const read = Decoration.mark({ class: "cm-read" });
const unread = Decoration.mark({ class: "cm-unread" });

function marksOf(text: Text, { sentences }: Written): DecorationSet {
  const marks: Range<Decoration>[] = [];
  const mark = (place: Parameters<typeof spanOf>[1], kind: Decoration): void => {
    const span = spanOf(text, place);
    if (span !== null && span.to > span.from) marks.push(kind.range(span.from, span.to));
  };
  for (const { clauses } of sentences)
    for (const { mood, moves, ...place } of clauses) {
      if (mood === "unread") mark(place, unread);
      else for (const move of moves) mark(move, read);
    }
  return Decoration.set(marks, true);
}

const readMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction: Transaction) {
    for (const effect of transaction.effects) if (effect.is(setWritten)) return marksOf(transaction.state.doc, effect.value);
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const heading = Decoration.line({ class: "cm-heading" });
const softLine = Decoration.line({ class: "cm-soft" });

/** Headings, and the lines above the text. */
function linesOf(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const lines: Range<Decoration>[] = [];
  let front = doc.line(1).text === "---";
  for (let number = 1; number <= doc.lines; number += 1) {
    const { text, from } = doc.line(number);
    if (front || text.startsWith("<!--")) lines.push(softLine.range(from));
    else if (text.startsWith("#")) lines.push(heading.range(from));
    if (number > 1 && text === "---") front = false;
  }
  return Decoration.set(lines);
}

const lineMarks = ViewPlugin.define((view) => ({ lines: linesOf(view), update(update: ViewUpdate) { if (update.docChanged) this.lines = linesOf(update.view); } }), {
  decorations: ({ lines }) => lines,
});

const quiet = new MatchDecorator({ regexp: /\*\*|\[[^\]\n]*\]|\{side\}|\(\d+ seconds\)|^#+ |^- \w+:/g, decoration: Decoration.mark({ class: "cm-soft" }) });
const quietMarks = ViewPlugin.define((view) => ({ marks: quiet.createDeco(view), update(update: ViewUpdate) { this.marks = quiet.updateDeco(update, this.marks); } }), {
  decorations: ({ marks }) => marks,
});

/** How a finding is said, and how it may be mended. */
export interface Telling {
  sentence(finding: Written["findings"][number]): string;
  use(words: string): string;
}

function diagnosticOf(text: Text, finding: Written["findings"][number], telling: Telling): Diagnostic | null {
  const span = spanOf(text, finding);
  if (span === null) return null;
  const { instead } = finding;
  const apply = (view: EditorView, from: number, to: number): void => view.dispatch({ changes: { from, to, insert: instead }, userEvent: "input" });
  return {
    ...span,
    severity: finding.severity === "error" ? "error" : finding.severity === "warning" ? "warning" : "info",
    message: telling.sentence(finding),
    actions: instead === undefined ? [] : [{ name: telling.use(instead), apply }],
  };
}

/** Shows how the text that stands in the view was read. */
export function showWritten(view: EditorView, written: Written, telling: Telling): void {
  const found = written.findings.map((finding) => diagnosticOf(view.state.doc, finding, telling)).filter((each) => each !== null);
  const { effects } = setDiagnostics(view.state, found);
  view.dispatch({ effects: [setWritten.of(written), ...[effects ?? []].flat()] });
}

export const marks = [readMarks, lineMarks, quietMarks];
