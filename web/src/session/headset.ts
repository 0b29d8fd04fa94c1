// SPDX-License-Identifier: Apache-2.0
// The buttons of a headset and of a locked screen. They belong to whatever plays a track, so only to the setting
// "locked screen"; beside her music they stay with her music.
import type { Leader } from "./leader";
import { words } from "../words/en";

/** One press pauses and goes on; two, which every headset tells as "next", stop, as does its stop key. */
export function takeHeadset(leader: Leader, title: string): () => void {
  const session = navigator.mediaSession as MediaSession | undefined;
  if (session === undefined) return () => undefined;
  const stop = (): void => leader.tell("stop");
  const handlers: readonly (readonly [MediaSessionAction, () => void])[] = [
    ["play", () => leader.tell("resume")], ["pause", () => leader.tell("pause")],
    ["nexttrack", stop], ["previoustrack", stop], ["stop", stop],
  ];
  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler | null): void => {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // This browser knows no such key.
    }
  };
  session.metadata = new MediaMetadata({ title, artist: words.name });
  for (const [action, handler] of handlers) set(action, handler);
  return () => {
    for (const [action] of handlers) set(action, null);
    session.metadata = null;
  };
}
