// SPDX-License-Identifier: Apache-2.0
// A text as it is for her: in her week, or after the birth.
import type { Core, Settings, Understood } from "../core/core";
import { earliestWeek, type Stage, weekOf } from "../hers/hers";
import { words } from "../words/en";
import { practice } from "../words/practice";

/** The week that her body is drawn in: after the birth that of its beginning. */
export const weekOfBody = (stage: Stage, day: number): number => (stage.kind === "pregnant" ? weekOf(stage, day) : earliestWeek);

export interface ForHer {
  readonly understood: Understood;
  /** Why it cannot be started, in one sentence. */
  readonly refusal: string | null;
}

export function forHer(core: Pick<Core, "read">, text: string, settings: Settings, stage: Stage, day: number, own: boolean): ForHer {
  const understood = core.read(text, settings);
  const findings = understood.findings.filter(({ name }) => name !== "comfort.pelvis");
  if (findings.length < understood.findings.length) return { understood: { ...understood, findings }, refusal: words.notWithPelvis };
  if (!understood.playable) return { understood, refusal: own ? words.notPlayed : words.notThisWeek };
  if (stage.kind === "pregnant") return { understood, refusal: null };
  const from = understood.postnatal_week;
  if (from === null) return { understood, refusal: practice.notAfterBirth };
  return { understood, refusal: weekOf(stage, day) < from ? practice.notYetAfterBirth(from) : null };
}
