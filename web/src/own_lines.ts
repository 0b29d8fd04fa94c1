// SPDX-License-Identifier: Apache-2.0
// A pasted text, line by line: what was read in it, what was not, and what breaks a rule.
import type { Finding, Step, Understood } from "./core/core";

export interface OwnLine {
  readonly number: number;
  readonly text: string;
  readonly kind: "rule" | "unread" | "read" | "start" | "option" | "other";
  readonly steps: readonly Step[];
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

export function ownLines(text: string, { reading, start_line, findings }: Pick<Understood, "reading" | "start_line" | "findings">): OwnLine[] {
  return text.split("\n").flatMap((line, i) => {
    const here = <Item extends { readonly line: number }>(items: readonly Item[]): Item[] => items.filter((item) => item.line === i + 1);
    const [steps, broken] = [here(reading.steps), here(findings)];
    const unread = here(reading.unread).map((each) => each.text);
    if (line.trim() === "" && broken.length === 0) return [];
    const kinds = [
      ["rule", broken.length > 0],
      ["unread", unread.length > 0],
      ["read", steps.length > 0],
      ["start", start_line === i + 1],
      ["option", here(reading.options).length > 0],
    ] as const;
    const kind = kinds.find(([, holds]) => holds)?.[0] ?? "other";
    return [{ number: i + 1, text: line, kind, steps, unread, findings: broken }];
  });
}
