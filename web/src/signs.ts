// SPDX-License-Identifier: Apache-2.0
// The stop signs of today (rules/stop_signs.toml). What is left open counts as yes; a yes ends the day's practice.

export interface Sign {
  readonly id: string;
  readonly ask: string;
}

export type Answers = ReadonlyMap<string, boolean>;

export const anyYes = (signs: readonly Sign[], answers: Answers): boolean => signs.some(({ id }) => answers.get(id) === true);

export const leftOpen = (signs: readonly Sign[], answers: Answers): number => signs.filter(({ id }) => !answers.has(id)).length;

/** She may start only where every sign has its no. */
export const mayStart = (signs: readonly Sign[], answers: Answers): boolean => signs.every(({ id }) => answers.get(id) === false);

const key = "supple.not-today";
const dayOf = (now: Date): string => `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;

/** A yes holds for the rest of the day; the day is all that is kept, on this device only. */
export function rememberNotToday(store: Pick<Storage, "setItem">, now: Date): void {
  store.setItem(key, dayOf(now));
}

export const isNotToday = (store: Pick<Storage, "getItem">, now: Date): boolean => store.getItem(key) === dayOf(now);
