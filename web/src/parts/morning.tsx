// SPDX-License-Identifier: Apache-2.0
// The morning after: asked on the next visit, wherever she comes to first.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import { stamp, today } from "../diary/time";
import { due } from "../diary/trend";
import { say } from "../words/say";
import { Scale } from "./choices";
import { Trouble } from "./unlock";

export function Morning({ diary }: { readonly diary: Diary }) {
  const [trouble, fail] = useState<unknown>(null);
  const now = new Date();
  if (!due(diary.entries.value, today(now)).includes("morning")) return null;
  const keep = (pain: number): void => void diary.put({ id: crypto.randomUUID(), at: stamp(now), kind: "morning", pain }).catch(fail);
  return (
    <section class="card">
      <h2 id="morning">{say("morning.ask")}</h2>
      <Scale labelledBy="morning" chosen={null} choose={keep} />
      <Trouble of={trouble} />
    </section>
  );
}
