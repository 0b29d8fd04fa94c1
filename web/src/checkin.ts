// SPDX-License-Identifier: Apache-2.0
// What she is asked before every session: the week, the signs of today, and what makes it comfortable.
import type { Settings } from "./core/core";
import { button, element, show } from "./dom";
import { words } from "./words/en";

export interface Sign {
  readonly id: string;
  readonly ask: string;
}

/** How the signs of today stand: unanswered counts as yes. */
export function outcome(signs: readonly Sign[], answers: ReadonlyMap<string, boolean>): { stop: boolean; open: number } {
  return { stop: signs.some(({ id }) => answers.get(id) === true), open: signs.filter(({ id }) => !answers.has(id)).length };
}

function toggle(label: string, on: boolean, change: (on: boolean) => void): HTMLButtonElement {
  const made = button(label, { "aria-pressed": String(on) }, () => {
    on = !on;
    made.setAttribute("aria-pressed", String(on));
    change(on);
  });
  return made;
}

export function checkIn(signs: readonly Sign[], begin: (settings: Settings) => void): void {
  const answers = new Map<string, boolean>();
  let week = 24;
  let kneesPadded = false;
  let fists = false;

  const shown = element("output", {}, String(week));
  const step = (by: number) => () => {
    week = Math.min(42, Math.max(4, week + by));
    shown.textContent = String(week);
  };
  const left = element("p", { class: "soft", role: "status" }, words.open(signs.length));
  const start = button(words.start, { class: "main", "aria-disabled": "true" }, () => {
    if (outcome(signs, answers).open === 0) begin({ week, knees_padded: kneesPadded, wrists: fists ? "fists" : "palms" });
  });
  const answered = (): void => {
    const { stop, open } = outcome(signs, answers);
    if (stop) show(element("main", {}, element("p", { class: "notice", tabindex: "-1", role: "alert" }, words.notToday)));
    start.setAttribute("aria-disabled", String(open > 0));
    left.textContent = open > 0 ? words.open(open) : "";
  };
  const rows = signs.map(({ id, ask }) => {
    const keys = [true, false].map((value) =>
      button(value ? words.yes : words.no, { "aria-pressed": "false", "aria-label": `${ask}: ${value ? words.yes : words.no}` }, () => {
        answers.set(id, value);
        keys.forEach((key, i) => key.setAttribute("aria-pressed", String((i === 0) === value)));
        answered();
      }),
    );
    return element("div", { class: "sign" }, ask, element("span", { class: "row" }, ...keys));
  });
  show(
    element("main", {},
      element("h1", { tabindex: "-1" }, words.before),
      element("section", {}, element("h2", {}, words.week),
        element("div", { class: "row" }, button("−", { "aria-label": words.fewer }, step(-1)), shown, button("+", { "aria-label": words.more }, step(1)))),
      element("section", {}, element("h2", {}, words.comfort),
        element("div", { class: "row" }, toggle(words.knees, false, (on) => (kneesPadded = on)), toggle(words.fists, false, (on) => (fists = on)))),
      element("section", {}, element("h2", {}, words.signs), ...rows),
      start, left),
  );
}
