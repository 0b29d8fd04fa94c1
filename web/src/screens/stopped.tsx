// SPDX-License-Identifier: Apache-2.0
// After a stop: rest, and whom to call. Nothing is asked here; where it was she may say on a screen of its own, and it
// stands in the entry that the diary keeps of the session.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import type { Led } from "../diary/led";
import { stopsThisWeek } from "../hers/door";
import { WhereField } from "../parts/body_picture";
import { Scale } from "../parts/choices";
import { Heading, Screen } from "../parts/screen";
import { Waiting } from "../parts/unlock";
import { words } from "../words/en";
import { practice } from "../words/practice";

export const Stopped = ({ diary }: { readonly diary: Diary }) => (
  <Screen title={words.stopped} class="stopped">
    <Heading>{words.stopped}</Heading>
    <p>{words.stoppedRest}</p>
    <p>{words.stoppedCall}</p>
    {stopsThisWeek() >= 2 && <p class="notice">{practice.pause(stopsThisWeek())}</p>}
    <a class="button bare" href="#/where">{practice.whereLink}</a>
    <a class="button bare" href="#/">{words.toBeginning}</a>
    <Waiting diary={diary} />
  </Screen>
);

export function WhereItWas({ led }: { readonly led: Led }) {
  const [regions, choose] = useState<string[]>([]);
  const [after, choosePain] = useState<number | null>(null);
  const [note, write] = useState("");
  // What the shelf does not take waits for it, which the first screen says.
  const keep = (): void => void led.tell({ regions, after, note: note.trim() }).catch((error: unknown) => console.error(error));
  return (
    <Screen title={practice.whereTitle} class="first">
      <Heading>{practice.whereTitle}</Heading>
      <p class="soft">{practice.whereLead}</p>
      <section><h2 id="where" class="unseen">{practice.whereTitle}</h2><WhereField chosen={regions} choose={choose} /></section>
      <section>
        <h2 id="how-much">{practice.howMuch}</h2>
        <Scale labelledBy="how-much" chosen={after} choose={choosePain} />
      </section>
      <label class="field">
        <span>{practice.note}</span>
        <textarea rows={3} maxLength={1000} value={note} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <section class="end">
        <a class="button main" href="#/" onClick={keep}>{practice.keep}</a>
        <a class="button bare" href="#/">{practice.skip}</a>
      </section>
    </Screen>
  );
}
