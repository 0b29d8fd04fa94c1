// SPDX-License-Identifier: Apache-2.0
// One entry, to be written, changed or deleted.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import type { Entry } from "../diary/entry";
import { dayOf, isStamp, stamp, stampOf, timeOf, today } from "../diary/time";
import { EffortField } from "../parts/effort";
import { Scale } from "../parts/choices";
import { Heading, Screen } from "../parts/screen";
import { Top } from "../parts/top";
import { Trouble, Unlock } from "../parts/unlock";
import { WhereField } from "../parts/body_picture";
import { say } from "../words/say";
import { ActivitiesFields, whole } from "./activities";
import { ImpressionFields } from "./impression";

export type Change = (entry: Entry) => void;

/** A new one for a day: at this time of the clock, which on another day she may change. */
export function newEntry(day: string, now: Date): Entry {
  const at = day === today(now) ? stamp(now) : stampOf(day, timeOf(stamp(now)));
  return { id: crypto.randomUUID(), at, kind: "felt", pain: null, regions: [], note: "" };
}

function When({ entry, change }: { readonly entry: Entry; readonly change: Change }) {
  const move = (day: string, time: string): void => {
    const same = day === dayOf(entry.at) && time === timeOf(entry.at);
    if (same || !/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(time)) return;
    const at = stampOf(day, time.slice(0, 5));
    if (isStamp(at)) change({ ...entry, at });
  };
  return (
    <div class="when">
      <label class="field small"><span>{say("entry.day")}</span><input type="date" value={dayOf(entry.at)} onChange={(event) => move(event.currentTarget.value, timeOf(entry.at))} /></label>
      <label class="field small"><span>{say("entry.time")}</span><input type="time" value={timeOf(entry.at)} onChange={(event) => move(dayOf(entry.at), event.currentTarget.value)} /></label>
    </div>
  );
}

function Pain({ id, title, pain, choose }: { readonly id: string; readonly title: string; readonly pain: number | null; readonly choose: (pain: number) => void }) {
  return <section><h2 id={id}>{title}</h2><Scale labelledBy={id} chosen={pain} choose={choose} /></section>;
}

function Fields({ entry, change }: { readonly entry: Entry; readonly change: Change }) {
  if (entry.kind === "activities") return <ActivitiesFields entry={entry} change={change} />;
  if (entry.kind === "impression") return <ImpressionFields entry={entry} change={change} />;
  if (entry.kind === "morning") return <Pain id="pain" title={say("morning.ask")} pain={entry.pain} choose={(pain) => change({ ...entry, pain })} />;
  return (
    <>
      {entry.kind === "felt" && <Pain id="pain" title={say("entry.pain")} pain={entry.pain} choose={(pain) => change({ ...entry, pain })} />}
      {entry.kind === "session" && <Pain id="before" title={say("entry.painBefore")} pain={entry.before} choose={(before) => change({ ...entry, before })} />}
      {entry.kind === "session" && <Pain id="after" title={say("entry.painAfter")} pain={entry.after} choose={(after) => change({ ...entry, after })} />}
      {entry.kind === "session" && <EffortField chosen={entry.effort} choose={(effort) => change({ ...entry, effort })} />}
      <section><h2 id="where">{say("where.ask")}</h2><p class="unseen">{say("where.picture")}</p><WhereField chosen={entry.regions} choose={(regions) => change({ ...entry, regions })} /></section>
      <label class="field"><span>{say("entry.note")}</span><textarea rows={4} maxLength={2000} value={entry.note} onInput={(event) => change({ ...entry, note: event.currentTarget.value })} /></label>
    </>
  );
}

interface FormProps {
  readonly diary: Diary;
  readonly start: Entry;
  readonly isNew: boolean;
  readonly removed?: (entry: Entry) => void;
}

/** What keeps an entry from being kept, and the entry as it is kept. */
function readied(entry: Entry): { readonly lacking: string; readonly ready: Entry } {
  if (entry.kind !== "activities") return { lacking: "", ready: entry };
  const ready = whole(entry);
  return { lacking: ready.items.length === 0 ? say("activities.missing") : "", ready };
}

export function EntryForm({ diary, start, isNew, removed }: FormProps) {
  const [entry, change] = useState(start);
  const [trouble, fail] = useState<unknown>(null);
  const { lacking, ready } = readied(entry);
  const leave = (): void => location.replace("#/diary");
  const save = (event: Event): void => {
    event.preventDefault();
    if (lacking === "") diary.put(ready).then(leave, fail);
  };
  const remove = (): void => void diary.remove(entry.id).then(() => { removed?.(start); leave(); }, fail);
  return (
    <form class="stack" onSubmit={save}>
      <When entry={entry} change={change} />
      <Fields entry={entry} change={change} />
      <Trouble of={trouble} />
      <div class="chips">
        <button class="main" aria-disabled={lacking !== ""} aria-describedby="lacking">{say("entry.save")}</button>
        {!isNew && <button type="button" class="quiet" onClick={remove}>{say("entry.delete")}</button>}
      </div>
      <p id="lacking" class="soft fine" role="status">{lacking}</p>
    </form>
  );
}

interface Props {
  readonly diary: Diary;
  /** Its id, or "new-" and a day. */
  readonly name: string;
  readonly removed: (entry: Entry) => void;
}

export function EntryScreen({ diary, name, removed }: Props) {
  const day = /^new-(\d{4}-\d\d-\d\d)$/.exec(name)?.[1];
  const [fresh] = useState(() => newEntry(day ?? today(new Date()), new Date()));
  const kept = diary.entries.value.find(({ id }) => id === name);
  const entry = day === undefined ? kept : fresh;
  const title = say(day === undefined ? "entry.change" : "entry.new");
  return (
    <>
      <Top here="diary" />
      <Screen title={title} class="form">
        <Heading>{kept?.kind === "session" ? kept.title : title}</Heading>
        {diary.state.value !== "open" ? <Unlock diary={diary} /> : entry ? <EntryForm key={name} diary={diary} start={entry} isNew={day !== undefined} removed={removed} /> : <p>{say("entry.gone")}</p>}
      </Screen>
    </>
  );
}
