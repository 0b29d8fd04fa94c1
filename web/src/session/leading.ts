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

/**
 * To be called while she presses Start: only then a browser lets the page sound. Null where it is no longer wanted when
 * the voice has come.
 */
export async function prepare(site: Site, text: string, wishes: Wishes, speed: number, wanted: () => boolean): Promise<Leading | null> {
  const sound = new Sound(new Clock(speed), site.speech);
  try {
    return await withSound(sound, site, text, wishes, wanted);
  } catch (error) {
    sound.close();
    throw error;
  }
}

async function withSound(sound: Sound, site: Site, text: string, wishes: Wishes, wanted: () => boolean): Promise<Leading | null> {
  const { core, speech } = site;
  const { texts } = core.open(text, wishes.settings, {});
  const clips = await site.clips();
  const heard = await sound.load(texts.map(({ clip }) => clip).filter((clip) => clips.has(clip)));
  if (!wanted()) {
    sound.close();
    return null;
  }
  const { session, moment } = core.open(text, wishes.settings, heard);
  const spoken = speech.voice() ? texts.length : texts.filter(({ clip }) => clip in heard).length;
  const leader = new Leader(core, sound, sound.clock, moment);
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
