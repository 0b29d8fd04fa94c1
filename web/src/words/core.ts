// SPDX-License-Identifier: Apache-2.0
// What the core says in English, its findings and the names of moves, in her language.
import type { Finding } from "../core/core";
import { language, say } from "./say";

type Findings = Readonly<Record<string, readonly string[]>>;

const spanish = async () => ({ findings: (await import("./findings.es.json")).default as Findings, moves: (await import("../editor/words/es.json")).default as Readonly<Record<string, string>>, english: (await import("../editor/words/en.json")).default as Readonly<Record<string, string>> });

const translated = language === "es" ? await spanish() : null;

export const coreSays = {
  /** What is wrong, and what would be right, by the name of the finding. */
  finding: ({ name, message, remedy }: Pick<Finding, "name" | "message" | "remedy">): readonly string[] => translated?.findings[name] ?? [message, remedy],
  /** What the figure does not show, by the meaning of the move. */
  refused: (what: string): string => {
    if (what === "lying on the belly (from week 16 on only on the side)") return say("refusedProne");
    const [, meaning, late] = /^(.*?)( \(from week 20 on only to neutral\))?$/.exec(what)!;
    const key = Object.keys(translated?.english ?? {}).find((each) => each.startsWith("move.") && translated!.english[each] === meaning);
    const said = key === undefined ? meaning! : translated!.moves[key]!;
    return late === undefined ? said : say("refusedLate", { what: said });
  },
  move: (name: string): string => translated?.moves[`move.${name}`] ?? name.replace(/[.-]/g, " "),
};
