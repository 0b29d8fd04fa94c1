// SPDX-License-Identifier: Apache-2.0
// Her breath by her taps: on the screen, by the space bar, by a headset button; and half a breath more or less.
import { useEffect, useRef, useState } from "preact/hooks";
import { hers, tell } from "../hers/hers";
import { paceOf, tapsNeeded, withTap } from "../session/taps";
import { silentTrack } from "../sound/silent_track";
import { practice } from "../words/practice";
import { Chip } from "./choices";

const [slowest, fastest, step] = [4, 12, 0.5];

export function TapPace() {
  const { pace_bpm, ownBreath, setting } = hers.value;
  const [taps, note] = useState<readonly number[]>([]);
  const tap = useRef<() => void>(() => undefined);
  const pace = paceOf(taps);
  tap.current = () => {
    const next = withTap(taps, performance.now() / 1000);
    note(next);
    const found = paceOf(next);
    if (found !== null) tell({ pace_bpm: found, ownBreath: false });
  };
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== " " || event.repeat || event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      tap.current();
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, []);
  // A headset's button belongs to whatever plays: a track without sound, and only where her music does not play.
  useEffect(() => (setting === "locked" ? silentTrack(() => tap.current()) : undefined), [setting]);

  const more = (by: number): void => tell({ pace_bpm: Math.min(fastest, Math.max(slowest, pace_bpm + by)), ownBreath: false });
  const said = pace !== null ? practice.tapDone(pace) : taps.length === 0 ? practice.tapDone(pace_bpm) : practice.tapMore(tapsNeeded - taps.length);
  return (
    <>
      <p class="soft">{practice.tapAsk}</p>
      <button type="button" class="tap" onClick={() => tap.current()}>{practice.tap}</button>
      <p role="status">{said}</p>
      <div class="chips">
        <button type="button" class="quiet" aria-disabled={pace_bpm <= slowest} onClick={() => more(-step)}>{practice.slower}</button>
        <button type="button" class="quiet" aria-disabled={pace_bpm >= fastest} onClick={() => more(step)}>{practice.faster}</button>
      </div>
      <div class="chips"><Chip on={ownBreath} label={practice.ownBreath} press={() => tell({ ownBreath: !ownBreath })} /></div>
      <p class="soft fine">{practice.opening}</p>
    </>
  );
}
