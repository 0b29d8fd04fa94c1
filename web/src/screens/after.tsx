// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { Scale } from "../parts/choices";
import { Heading, Screen } from "../parts/screen";
import { Still } from "../parts/still";
import type { Leading } from "../session/leading";
import { words } from "../words/en";

export function After({ leading }: { readonly leading: Leading }) {
  const [pain, choosePain] = useState<number | null>(null);
  const before = leading.wishes.painBefore;
  return (
    <Screen title={words.finished} class="after">
      <div class="sit"><Still core={leading.core} posture="heel-sit" moves={[]} mat={false} week={leading.wishes.settings.week} /></div>
      <div>
        <Heading>{words.finished}</Heading>
        <p class="soft">{words.finishedMore(leading.leader.moment.value.breaths_done)}</p>
      </div>
      <section>
        <h2 id="pain">{words.pain}</h2>
        <Scale labelledBy="pain" chosen={pain} before={before} choose={choosePain} />
      </section>
      <div role="status">{pain !== null && before !== null && pain > before && <p class="notice">{words.morePain}</p>}</div>
      <a class="button main" href="#/">{words.done}</a>
    </Screen>
  );
}

/** Nothing is asked of her here; the guide offers rest once, by voice. */
export const Stopped = () => (
  <Screen title={words.stopped} class="stopped">
    <Heading>{words.stopped}</Heading>
    <p>{words.stoppedRest}</p>
    <p>{words.stoppedCall}</p>
    <a class="button bare" href="#/">{words.toBeginning}</a>
  </Screen>
);
