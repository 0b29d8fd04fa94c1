// SPDX-License-Identifier: Apache-2.0
// A track without sound, so that a headset's button can be heard of where nothing else plays.
import { wave } from "./wave";

const rate_hz = 8000;

/** Calls `pressed` at each press until the function that it gives is called. */
export function silentTrack(pressed: () => void): () => void {
  const session = navigator.mediaSession as MediaSession | undefined;
  const address = URL.createObjectURL(wave(new Float32Array(10 * rate_hz), rate_hz));
  const element = new Audio(address);
  element.loop = true;
  const play = (): void => void element.play().catch(() => undefined);
  const both = (): void => {
    pressed();
    play();
  };
  for (const action of ["play", "pause"] as const) session?.setActionHandler(action, both);
  play();
  return () => {
    element.pause();
    URL.revokeObjectURL(address);
    for (const action of ["play", "pause"] as const) session?.setActionHandler(action, null);
  };
}
