// SPDX-License-Identifier: Apache-2.0
// The door of the guide (src/guide/screening.h), asked with what she has told.
import { signal } from "@preact/signals";
import type { Core, Question, Visit } from "../core/core";
import { type Answers, dayOf, type Hers, hers, holds, tell, weekOf } from "./hers";

/** The days of the sessions that she stopped, as far as the diary can be read. */
export const stopDays = signal<readonly number[]>([]);

export const today = (): number => dayOf(new Date());

/** Everything that the door looks at. Without a stage she was never screened. */
export function visitOf(told: Hers, answers: Answers, day: number): Visit {
  const known = holds(told.stage, day);
  return {
    day,
    after_birth: told.stage?.kind === "after-birth",
    week: known ? weekOf(told.stage, day) : 4,
    screened: known ? told.screened : null,
    stopped_since: told.stoppedSince,
    talked: told.talked,
    stops: stopDays.value,
    stop_sign_day: told.stopSignDay,
    today: answers,
  };
}

export const atTheDoor = (core: Core, answers: Answers = {}) => core.screening(visitOf(hers.value, answers, today()));

/** What is asked at the full screening, and every day. */
export const standing = (questions: readonly Question[]): Question[] => questions.filter(({ yes }) => yes !== "stop");
export const signsOf = (questions: readonly Question[]): Question[] => questions.filter(({ yes }) => yes === "stop");

export const leftOpen = (questions: readonly Question[], answers: Answers): number => questions.filter(({ id }) => !(id in answers)).length;

/** The screening is done: these were her answers. A talk that was had before it counts for what it asked before. */
export function finishScreening(answers: Answers): void {
  const { stage } = hers.peek();
  if (!holds(stage, today())) return;
  const [day, week] = [today(), weekOf(stage, today())];
  tell({ screened: { day, after_birth: stage.kind === "after-birth", week, answers }, draft: {}, stoppedSince: false, talked: false });
}

/** A session was stopped: the screening is due again. */
export const rememberStop = (): void => tell({ stoppedSince: true, talked: false });

export const stopsThisWeek = (): number => stopDays.value.filter((day) => day <= today() && today() - day < 7).length;
