// SPDX-License-Identifier: Apache-2.0
// Her global impression, every four weeks.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import type { ImpressionEntry } from "../diary/entry";
import { stamp } from "../diary/time";
import { Chip } from "../parts/choices";
import { Heading, Screen } from "../parts/screen";
import { Top } from "../parts/top";
import { Trouble, Unlock } from "../parts/unlock";
import { type Key, say } from "../words/say";
import type { Change } from "./entry";

function Choices({ chosen, choose }: { readonly chosen: number | null; readonly choose: (change: number) => void }) {
  return (
    <div class="chips column" role="group" aria-label={say("impression.lead")}>
      {[1, 2, 3, 4, 5, 6, 7].map((each) => <Chip key={each} on={each === chosen} label={say(`impression.${each}` as Key)} press={() => choose(each)} />)}
    </div>
  );
}

export const ImpressionFields = ({ entry, change }: { readonly entry: ImpressionEntry; readonly change: Change }) => (
  <Choices chosen={entry.change} choose={(each) => change({ ...entry, change: each })} />
);

export function Impression({ diary }: { readonly diary: Diary }) {
  const [trouble, fail] = useState<unknown>(null);
  const keep = (change: number): void =>
    void diary.put({ id: crypto.randomUUID(), at: stamp(new Date()), kind: "impression", change }).then(() => location.replace("#/diary"), fail);
  return (
    <>
      <Top here="diary" />
      <Screen title={say("impression.title")} class="form">
        <Heading>{say("impression.title")}</Heading>
        <p>{say("impression.lead")}</p>
        {diary.state.value === "open" ? <Choices chosen={null} choose={keep} /> : <Unlock diary={diary} />}
        <Trouble of={trouble} />
      </Screen>
    </>
  );
}
