// SPDX-License-Identifier: Apache-2.0
// Her pace from her taps: one at the beginning of each breath in.

/** Four whole breaths. */
export const tapsNeeded = 5;
const slowest = 4;
const fastest = 12;
/** Somebody who has tapped nothing for so long, seconds, begins anew; what follows sooner was one tap twice. */
const longestBreath_s = 20;
const shortestBreath_s = 1;

/** The taps so far, seconds, with one more. */
export function withTap(taps: readonly number[], at_s: number): readonly number[] {
  const last = taps.at(-1);
  if (last === undefined || at_s - last > longestBreath_s || taps.length >= tapsNeeded) return [at_s];
  return at_s - last < shortestBreath_s ? taps : [...taps, at_s];
}

/** Breaths a minute, to the half, within what is led; null before four breaths. The middle of the four: a sigh counts little. */
export function paceOf(taps: readonly number[]): number | null {
  if (taps.length < tapsNeeded) return null;
  const lengths = taps.slice(1).map((at, i) => at - taps[i]!).sort((a, b) => a - b);
  const middle = (lengths[1]! + lengths[2]!) / 2;
  return Math.min(fastest, Math.max(slowest, Math.round((60 / middle) * 2) / 2));
}
