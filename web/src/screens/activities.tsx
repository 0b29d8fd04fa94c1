// SPDX-License-Identifier: Apache-2.0
// Up to three activities of her own, once a week.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import { type ActivitiesEntry, type Entry, ofKind } from "../diary/entry";
import { stamp } from "../diary/time";
import { Heading, Screen } from "../parts/screen";
import { Top } from "../parts/top";
import { Unlock } from "../parts/unlock";
import { say } from "../words/say";
import { type Change, EntryForm } from "./entry";

type Item = ActivitiesEntry["items"][number];

const numbers = Array.from({ length: 11 }, (_, able) => able);

function AbleScale({ labelledBy, chosen, choose }: { readonly labelledBy: string; readonly chosen: number; readonly choose: (able: number) => void }) {
  return (
    <>
      <div class="scale" role="group" aria-labelledby={labelledBy}>
        {numbers.map((able) => (
          <button key={able} type="button" aria-pressed={able === chosen} onClick={() => choose(able)}>{able === 0 ? say("activities.none") : able}</button>
        ))}
      </div>
      <p class="ends"><span /><span>{say("activities.end")}</span></p>
    </>
  );
}

/** Not chosen yet: such an item is not kept. */
export const open = -1;

export function ActivitiesFields({ entry, change }: { readonly entry: ActivitiesEntry; readonly change: Change }) {
  const items = [0, 1, 2].map((i): Item => entry.items[i] ?? { name: "", able: open });
  const put = (at: number, item: Item): void => change({ ...entry, items: items.map((each, i) => (i === at ? item : each)) });
  return (
    <>
      {items.map((item, i) => (
        <section key={i}>
          <label class="field"><span id={`activity-${i}`}>{say("activities.name", { number: String(i + 1) })}</span><input type="text" maxLength={100} value={item.name} onInput={(event) => put(i, { ...item, name: event.currentTarget.value })} /></label>
          <AbleScale labelledBy={`activity-${i}`} chosen={item.able} choose={(able) => put(i, { ...item, able })} />
        </section>
      ))}
    </>
  );
}

/** Only those that have a name and a number. */
export const whole = (entry: ActivitiesEntry): ActivitiesEntry => ({
  ...entry,
  items: entry.items.map((item) => ({ ...item, name: item.name.trim() })).filter(({ name, able }) => name !== "" && able !== open),
});

export function Activities({ diary }: { readonly diary: Diary }) {
  const last = ofKind(diary.entries.value, "activities")[0];
  return (
    <>
      <Top here="diary" />
      <Screen title={say("activities.title")} class="form">
        <Heading>{say("activities.title")}</Heading>
        <p class="soft">{say("activities.lead")}</p>
        {diary.state.value === "open" ? <Form diary={diary} names={last?.items.map(({ name }) => name) ?? []} /> : <Unlock diary={diary} />}
      </Screen>
    </>
  );
}

function Form({ diary, names }: { readonly diary: Diary; readonly names: readonly string[] }) {
  const [start] = useState<Entry>(() => ({ id: crypto.randomUUID(), at: stamp(new Date()), kind: "activities", items: names.map((name) => ({ name, able: open })) }));
  return <EntryForm diary={diary} start={start} isNew />;
}
