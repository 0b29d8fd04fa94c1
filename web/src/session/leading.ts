// SPDX-License-Identifier: Apache-2.0
// From what she wishes to a session that can begin.
import type { Action, Comfort, Core, Opened } from "../core/core";
import { today, visitOf } from "../hers/door";
import type { Wishes } from "../screens/check_in";
import type { Site } from "../site";
import { type Listening, listenForShouts } from "../sound/listening";
import { Leader } from "./leader";
import { titlesOf } from "./titles";
import { type Voice, voiceOf } from "./voices";

export interface Leading {
  readonly core: Core;
  readonly leader: Leader;
  readonly title: string;
  /** Of what is said. */
  readonly language: string;
  /** Of each section, as the screen calls it. */
  readonly titles: readonly string[];
  /** Breaths of each section. */
  readonly sections: readonly number[];
  readonly phases: Opened["session"]["phases"];
  /** How much of what is said can be heard. */
  readonly voice: "all" | "some" | "none";
  /** Whether a loud voice stops; "unheard": she asked for it, and there is no microphone. */
  readonly listens: "yes" | "no" | "unheard";
  /** What the exercise offers for her comfort. */
  readonly comfort: readonly Comfort[];
  readonly wishes: Wishes;
  /** Says a text by itself, in a pause. */
  say(text: string): void;
  /** The microphone is let go of: the session is over. */
  stopListening(): void;
  close(): void;
}

/**
 * To be called while she presses Start: only then a browser lets the page sound and asks for the microphone. Null where
 * it is no longer wanted when the voice has come. It begins with the round of `line`; 0: at the beginning.
 */
export async function prepare(site: Site, text: string, wishes: Wishes, speed: () => number, wanted: () => boolean, line = 0): Promise<Leading | null> {
  site.speech.language = site.core.languageOf(text);
  const voice = voiceOf(site, wishes, speed);
  let shouted = (): void => undefined;
  const listening = wishes.told.voiceStops ? listenForShouts(() => shouted()) : Promise.resolve(null);
  const giveUp = async (): Promise<null> => {
    voice.close();
    (await listening)?.close();
    return null;
  };
  try {
    const opened = await open(site, text, wishes, voice, line);
    const ear = await listening;
    if (!wanted()) return await giveUp();
    const leader = new Leader(site.core, voice.player, voice.player.clock, opened.moment);
    shouted = () => {
      if (leader.running) leader.tell("stop");
    };
    return leadingOf(site, text, wishes, opened, voice, leader, ear);
  } catch (error) {
    await giveUp();
    throw error;
  }
}

/** Opened twice: to know what is said, and again when it is known how long each clip is. */
async function open({ core, clips }: Site, text: string, wishes: Wishes, voice: Voice, line: number): Promise<Opened> {
  const visit = visitOf(wishes.told, wishes.answers, today());
  const { texts } = core.open(text, wishes.settings, {}, visit);
  const offered = await clips();
  const heard = await voice.load(texts.map(({ clip }) => clip).filter((clip) => offered.has(clip)));
  const opened = core.open(text, wishes.settings, heard, visit, line);
  await voice.open(opened);
  makeHer(core);
  return opened;
}

/** Her surface is made with the first picture, which takes a moment: before the session begins, not in its first words. */
function makeHer(core: Core): void {
  core.pose(0);
  core.paint(16, 16, { night: false, mat: true, mirror: false, ahead: 0, above: 0 });
}

/** How much longer than a sound its way through the device and its echo last, seconds: the next words are later. */
const echo_s = 0.5;

/** The first words and the first tone teach the ear how loud the session is in her room. */
function teach(ear: Listening, leader: Leader, voice: Voice): void {
  const known = new Set<string>();
  leader.onSound = ({ kind, clip = "", duration_s = 1 }: Action) => {
    if (known.has(kind)) return;
    known.add(kind);
    ear.learn(duration_s + echo_s, kind === "speak" ? voice.louderThan(clip) : 0);
  };
}

function leadingOf(site: Site, text: string, wishes: Wishes, opened: Opened, voice: Voice, leader: Leader, ear: Listening | null): Leading {
  const { session } = opened;
  const { levels, voiceStops } = wishes.told;
  const cues = [...new Set(session.cues.map(({ clip }) => clip))];
  const said = levels.voice === 0 ? 0 : cues.filter((clip) => voice.says(clip)).length;
  const release = voice.led(leader, session.title);
  if (ear !== null) teach(ear, leader, voice);
  return {
    core: site.core,
    leader,
    title: session.title,
    language: site.core.languageOf(text),
    titles: titlesOf(session),
    sections: session.sections.map(({ breaths }) => breaths),
    phases: session.phases,
    voice: said === cues.length ? "all" : said > 0 ? "some" : "none",
    listens: ear !== null ? "yes" : voiceStops ? "unheard" : "no",
    comfort: site.core.read(text, wishes.settings).comfort,
    wishes,
    say: (words) => voice.say(site.core.clipName(words), words),
    stopListening: () => ear?.close(),
    close() {
      release();
      leader.close();
      ear?.close();
      voice.close();
    },
  };
}
