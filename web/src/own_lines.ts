// SPDX-License-Identifier: Apache-2.0
// A pasted text, line by line: what was read in it, what was not, and what breaks a rule.
import type { Finding, Step, Understood } from "./core/core";

export interface OwnLine {
  readonly number: number;
  readonly text: string;
  readonly kind: "rule" | "unread" | "read" | "option" | "other";
  readonly steps: readonly Step[];
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

export function ownLines(text: string, { reading, findings }: Pick<Understood, "reading" | "findings">): OwnLine[] {
  return text.split("\n").flatMap((line, i) => {
    const here = <Item extends { readonly line: number }>(items: readonly Item[]): Item[] => items.filter((item) => item.line === i + 1);
    const [steps, broken] = [here(reading.steps), here(findings)];
    const unread = here(reading.unread).map((each) => each.text);
    if (line.trim() === "" && broken.length === 0) return [];
    const kind =
      broken.length > 0 ? "rule" : unread.length > 0 ? "unread" : steps.length > 0 ? "read" : here(reading.options).length > 0 ? "option" : "other";
    return [{ number: i + 1, text: line, kind, steps, unread, findings: broken }];
  });
}
