// SPDX-License-Identifier: Apache-2.0
// How she is led: with the screen on or off, at which breath, how loud, and what stops.
import { hers, tell } from "../hers/hers";
import { Chip } from "../parts/choices";
import { Heading, Screen } from "../parts/screen";
import { SoundCheck } from "../parts/sound_check";
import { TapPace } from "../parts/tap_pace";
import type { Site } from "../site";
import { practice } from "../words/practice";

const settings = ["music", "locked"] as const;

function Setting() {
  const { setting } = hers.value;
  return (
    <ul class="settings">
      {settings.map((each) => (
        <li key={each}>
          <Chip on={setting === each} label={practice.settings[each].name} press={() => tell({ setting: each })} />
          <p>{practice.settings[each].can}</p>
          <p class="soft">{practice.settings[each].cannot}</p>
        </li>
      ))}
    </ul>
  );
}

function Seen() {
  const { mirror } = hers.value;
  return (
    <>
      <p class="soft">{practice.seenHow}</p>
      <div class="chips" role="group" aria-label={practice.seen}>
        <Chip on={!mirror} label={practice.asSheIs} press={() => tell({ mirror: false })} />
        <Chip on={mirror} label={practice.asInAMirror} press={() => tell({ mirror: true })} />
      </div>
    </>
  );
}

function Stopping() {
  const { keyStops, fullScreen, voiceStops, setting } = hers.value;
  return (
    <>
      <p class="soft">{practice.stopWays}</p>
      <div class="chips">
        <Chip on={voiceStops} label={practice.voiceStops} press={() => tell({ voiceStops: !voiceStops })} />
        <Chip on={keyStops} label={practice.keyStops} press={() => tell({ keyStops: !keyStops })} />
        {setting !== "locked" && <Chip on={fullScreen} label={practice.fullScreen} press={() => tell({ fullScreen: !fullScreen })} />}
      </div>
      <p class="soft fine">{practice.voiceStopsHow}</p>
    </>
  );
}

export const Led = ({ site, exercise }: { readonly site: Site; readonly exercise: string }) => (
  <>
    <header class="bar"><a class="button bare" href={`#/check-in/${exercise}`}>‹ {practice.back}</a></header>
    <Screen title={practice.led} class="check-in">
      <Heading>{practice.led}</Heading>
      <div class="half">
        <section><h2>{practice.setting}</h2><Setting /></section>
        <section><h2>{practice.seen}</h2><Seen /></section>
        <section class="breath-by-taps"><h2>{practice.breath}</h2><TapPace /></section>
      </div>
      <div class="half">
        <section><h2>{practice.sound}</h2><SoundCheck site={site} /></section>
        <section><h2>{practice.stopping}</h2><Stopping /></section>
        <section class="end"><a class="button main" href={`#/check-in/${exercise}`}>{practice.done}</a></section>
      </div>
    </Screen>
  </>
);
