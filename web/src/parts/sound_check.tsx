// SPDX-License-Identifier: Apache-2.0
// How loud voice, tones and ground are, and what they sound like.
import { useEffect, useRef, useState } from "preact/hooks";
import { hers, type Level, tell } from "../hers/hers";
import { Instruments } from "../sound/instruments";
import { loadClips } from "../sound/sound";
import type { Site } from "../site";
import { practice } from "../words/practice";
import { language } from "../words/say";
import { Chip } from "./choices";

const buses = ["voice", "tones", "ground"] as const;
/** A breath in and a breath out, seconds. */
const sample = { inhale: 3, exhale: 4 } as const;

export function SoundCheck({ site }: { readonly site: Site }) {
  const { levels } = hers.value;
  const context = useRef<AudioContext>();
  const playing = useRef<Instruments>();
  const [unheard, noteUnheard] = useState(false);
  useEffect(() => () => void context.current?.close(), []);

  const instruments = (): Instruments => {
    context.current ??= new AudioContext();
    void context.current.resume();
    playing.current?.silence(0.05);
    return (playing.current = new Instruments(context.current, hers.peek().levels));
  };
  const hearVoice = async (): Promise<void> => {
    site.speech.language = language;
    const made = instruments();
    const name = site.clipOf(practice.sampleVoice);
    const clip = name === undefined ? undefined : (await loadClips(context.current!, [name])).get(name);
    if (clip !== undefined) made.clip(clip, context.current!.currentTime);
    else if (site.speech.voice()) site.speech.say(practice.sampleVoice, 0);
    else noteUnheard(true);
  };
  const hearTones = (): void => {
    const made = instruments();
    const now = context.current!.currentTime + 0.05;
    made.ground(now, now + sample.inhale + sample.exhale);
    made.tone("inhale", now, now + sample.inhale);
    made.tone("exhale", now + sample.inhale, now + sample.inhale + sample.exhale);
  };

  return (
    <>
      <div class="chips">
        <button type="button" class="quiet" onClick={() => void hearVoice()}>{practice.hearVoice}</button>
        <button type="button" class="quiet" onClick={hearTones}>{practice.hearTones}</button>
      </div>
      <p class="soft fine" role="status">{unheard && practice.noClip}</p>
      {buses.map((bus) => (
        <div key={bus} class="level">
          <span id={`level-${bus}`}>{practice[bus]}</span>
          <div class="chips" role="group" aria-labelledby={`level-${bus}`}>
            {practice.levels.map((label, level) => (
              <Chip key={label} on={levels[bus] === level} label={label} name={`${practice[bus]}: ${label}`} press={() => tell({ levels: { ...levels, [bus]: level as Level } })} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}
