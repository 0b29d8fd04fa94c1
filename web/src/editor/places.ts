// SPDX-License-Identifier: Apache-2.0
// From the places of the core (lines and characters from 1) to those of the editor (UTF-16 units from 0), and back.
import type { Text } from "@codemirror/state";
import type { Placed } from "../core/written";

/** Where so many characters end in a line. */
function units(line: string, characters: number): number {
  let at = 0;
  for (let left = characters; left > 0 && at < line.length; left -= 1) at += line.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** The words of a place; null where the text has become shorter. */
export function spanOf(text: Text, { line, column, length }: Placed): { readonly from: number; readonly to: number } | null {
  if (line < 1 || line > text.lines) return null;
  const { from, text: words } = text.line(line);
  return { from: from + units(words, column - 1), to: from + units(words, column - 1 + length) };
}

export function placeOf(text: Text, at: number): { readonly line: number; readonly column: number } {
  const { number, from } = text.lineAt(at);
  return { line: number, column: [...text.sliceString(from, at)].length + 1 };
}
