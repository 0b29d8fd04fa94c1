// SPDX-License-Identifier: Apache-2.0
// The text itself: CodeMirror in a shadow root, whose style sheets the page's Content-Security-Policy lets be.
import { autocompletion, type CompletionSource, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import type { Written } from "../core/written";
import { marks, showWritten, type Telling } from "./marks";
import { placeOf, spanOf } from "./places";
import { theme } from "./theme";

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Heard {
  /** She has written. */
  text(text: string): void;
  cursor(place: Place): void;
  save(): void;
  play(): void;
}

export interface Labels {
  /** Of the text, for readers of the screen. */
  readonly label: string;
  /** CodeMirror's own words, by its English ones. */
  readonly phrases: Readonly<Record<string, string>>;
}

export interface Writing {
  show(written: Written, telling: Telling): void;
  /** Another text, as from another tab: the cursor stays as well as it can. */
  put(text: string): void;
  /** To a place, with the focus. */
  go(place: Place): void;
  /** These words in place of those. */
  replace(place: Place & { readonly length: number }, words: string): void;
  focus(): void;
  end(): void;
}

/** The least change from one text to another, so that cursors and undo keep their places. */
function changeBetween(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

export function openWriting(place: HTMLElement, text: string, completion: CompletionSource, { label, phrases }: Labels, heard: Heard): Writing {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const once = (work: () => void) => ({ run: () => (work(), true), preventDefault: true });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), history(), drawSelection(), EditorView.lineWrapping, marks, theme,
        autocompletion({ override: [completion], icons: false, maxRenderedOptions: 8 }),
        keymap.of([
          { key: "Mod-s", ...once(heard.save) },
          { key: "Mod-Enter", ...once(heard.play) },
          { key: "F8", run: nextDiagnostic },
          { key: "Shift-F8", run: previousDiagnostic },
          ...completionKeymap, ...defaultKeymap, ...historyKeymap,
        ]),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ "aria-label": label, lang: "en", spellcheck: "true" }),
        EditorView.updateListener.of((update) => {
          const typed = update.docChanged && !update.transactions.some((each) => each.annotation(Transaction.remote));
          if (typed) heard.text(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) heard.cursor(placeOf(update.state.doc, update.state.selection.main.head));
        }),
      ],
    }),
  });
  return {
    show: (written, telling) => showWritten(view, written, telling),
    put(after) {
      const before = view.state.doc.toString();
      if (before !== after) view.dispatch({ changes: changeBetween(before, after), annotations: Transaction.remote.of(true) });
    },
    go(to) {
      const span = spanOf(view.state.doc, { ...to, length: 0 });
      if (span !== null) view.dispatch({ selection: { anchor: span.from }, effects: EditorView.scrollIntoView(span.from, { y: "center" }) });
      view.focus();
    },
    replace(words, insert) {
      const span = spanOf(view.state.doc, words);
      if (span !== null) view.dispatch({ changes: { ...span, insert }, selection: { anchor: span.from + insert.length }, userEvent: "input" });
      view.focus();
    },
    focus: () => view.focus(),
    end: () => view.destroy(),
  };
}
