// SPDX-License-Identifier: Apache-2.0
// What the sections of a session are called on the screen: those that every session has in her language, an author's own
// in the words of the author.
import type { Opened } from "../core/core";
import { say } from "../words/say";

/** What the core calls rounds that their author has not named, in an English text. */
const unnamed = "Centre";

type Session = Pick<Opened["session"], "sections" | "phases">;

export function titlesOf({ sections, phases }: Session): string[] {
  const side = (section: number): string => {
    const sides = new Set(phases.filter(({ section_index, side }) => section_index === section && side !== "none").map(({ side }) => side));
    return say(sides.size > 1 ? "section.alternating" : sides.has("right") ? "section.right" : "section.left");
  };
  return sections.map(({ kind, title }, i) => {
    if (kind === "sides") return side(i);
    if (kind === "rounds" && title === unnamed) return say("section.centre");
    return kind === "ready" || kind === "teaching" || kind === "finish" ? say(`section.${kind}`) : title;
  });
}
