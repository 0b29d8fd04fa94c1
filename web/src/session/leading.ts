// SPDX-License-Identifier: Apache-2.0
// From what she wishes to a session that can begin.
import type { Core } from "../core/core";
import type { Wishes } from "../screens/check_in";
import type { Site } from "../site";
import { Sound } from "../sound/sound";
import { Clock } from "./clock";
import { Leader } from "./leader";

export interface Leading {
  readonly core: Core;
  readonly leader: Leader;
  readonly title: string;
  /** Breaths of each section. */
  readonly sections: readonly number[];
  /** How much of what is said can be heard. */
  readonly voice: "all" | "some" | "none";
  readonly wishes: Wishes;
  close(): void;
}

/** To be called while she presses Start: only then a browser lets the page sound. */
export async function prepare({ core, clips: offered }: Site, text: string, wishes: Wishes, speed: number): Promise<Leading> {
  const clock = new Clock(speed);
  const sound = new Sound(clock);
  const { texts } = core.open(text, wishes.settings, {});
  const clips = await offered();
  const heard = await sound.load(texts.map(({ clip }) => clip).filter((clip) => clips.has(clip)));
  const { session, moment } = core.open(text, wishes.settings, heard);
  const spoken = sound.speech.voice() ? texts.length : texts.filter(({ clip }) => clip in heard).length;
  const leader = new Leader(core, sound, clock, moment);
  return {
    core,
    leader,
    title: session.title,
    sections: session.sections.map(({ breaths }) => breaths),
    voice: spoken === texts.length ? "all" : spoken > 0 ? "some" : "none",
    wishes,
    close() {
      leader.close();
      sound.close();
    },
  };
}
