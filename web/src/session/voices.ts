// SPDX-License-Identifier: Apache-2.0
// The two settings: sounds that are made as they are needed, beside her own music; or the session as one track, which
// goes on with the screen off and has the buttons of a headset.
import type { Opened } from "../core/core";
import type { Wishes } from "../screens/check_in";
import type { Site } from "../site";
import { loadClips, Sound } from "../sound/sound";
import { rendered, Track } from "../sound/track";
import { loudestOf } from "../sound/loud_voice";
import { wave } from "../sound/wave";
import { takeHeadset } from "./headset";
import type { Leader, Player } from "./leader";

export interface Voice {
  readonly player: Player & { readonly clock: Leader["clock"] };
  /** Loads what there is of these clips; tells the seconds of those that can be heard. */
  load(names: readonly string[]): Promise<Readonly<Record<string, number>>>;
  /** Whether this clip of the session can be heard, as a clip or by a voice of the device. */
  says(clip: string): boolean;
  /** How much louder than this clip the loudest one is, dB. */
  louderThan(clip: string): number;
  /** The session is known: what it needs is made. */
  open(opened: Opened): Promise<void>;
  /** It is led from now on, until the function that this gives is called. */
  led(leader: Leader, title: string): () => void;
  /** Says something by itself, in a pause. */
  say(clip: string, text: string): void;
  close(): void;
}

/** To be called while she presses Start: only then a browser lets the page sound. */
export const voiceOf = (site: Site, wishes: Wishes, speed: () => number): Voice =>
  wishes.told.setting === "locked" ? asTrack(wishes, speed) : besideHerMusic(site, wishes, speed);

function besideHerMusic(site: Site, wishes: Wishes, speed: () => number): Voice {
  const sound = new Sound(speed, wishes.told.levels, site.speech);
  return {
    player: sound,
    load: (names) => sound.load(names),
    says: (clip) => sound.clips.has(clip) || site.speech.voice() !== undefined,
    louderThan: (clip) => louderThan(sound.clips, clip),
    open: async () => undefined,
    led: () => () => undefined,
    say: (clip, text) => sound.speak(clip, text, sound.clock.read()),
    close: () => sound.close(),
  };
}

function louderThan(clips: ReadonlyMap<string, AudioBuffer>, clip: string): number {
  if (!clips.has(clip)) return 0;
  const levels = new Map([...clips].map(([name, sound]) => [name, loudestOf(sound.getChannelData(0), sound.sampleRate)]));
  return Math.max(...levels.values()) - levels.get(clip)!;
}

/** A player that has played once while she pressed may play later by itself. */
function allowedPlayer(): HTMLAudioElement {
  const element = new Audio(URL.createObjectURL(wave(new Float32Array(800), 8000)));
  void element.play().catch(() => undefined);
  return element;
}

function asTrack(wishes: Wishes, speed: () => number): Voice {
  const [element, aside] = [allowedPlayer(), allowedPlayer()];
  let clips: ReadonlyMap<string, AudioBuffer> = new Map();
  let address = "";
  const sayable = (clip: string): string | undefined => (wishes.told.levels.voice > 0 && clips.has(clip) ? `clips/${clip}.wav` : undefined);
  const track = new Track(element, speed, sayable);
  return {
    player: track,
    async load(names) {
      clips = await loadClips(new OfflineAudioContext(1, 1, 24_000), names);
      return Object.fromEntries([...clips].map(([name, clip]) => [name, clip.duration]));
    },
    says: (clip) => clips.has(clip),
    louderThan: (clip) => louderThan(clips, clip),
    async open({ session }) {
      address = URL.createObjectURL(await rendered(session, clips, wishes.told.levels));
      track.open(address);
    },
    led(leader, title) {
      const release = takeHeadset(leader, title);
      // A call, or another player, has taken the sound away: the session waits with it.
      const paused = (): void => {
        if (element.paused && !element.ended && leader.moment.peek().state === "leading") leader.tell("pause");
      };
      element.addEventListener("pause", paused);
      return () => {
        element.removeEventListener("pause", paused);
        release();
      };
    },
    say(clip) {
      const sound = sayable(clip);
      if (sound === undefined) return;
      aside.src = sound;
      void aside.play().catch(() => undefined);
    },
    close() {
      aside.pause();
      track.close();
      URL.revokeObjectURL(address);
    },
  };
}
