// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import type { SessionEntry } from "../diary/entry";
import type { Led } from "../diary/led";
import { Scale } from "../parts/choices";
import { EffortField } from "../parts/effort";
import { Heading, Screen } from "../parts/screen";
import { Still } from "../parts/still";
import { Trouble, Waiting } from "../parts/unlock";
import type { Leading } from "../session/leading";
import { say } from "../words/say";
import { words } from "../words/en";

interface Props {
  readonly leading: Leading;
  /** What the diary keeps of it. */
  readonly led: Led | null;
  readonly diary: Diary;
}

/** Her words are kept when she pauses, and when she goes on. */
const pause_ms = 500;

interface NoteProps {
  /** She writes, and it is not told yet. */
  readonly writes: () => void;
  readonly tell: (note: string) => void;
}

function Note({ writes, tell }: NoteProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const tellIn = (ms: number, text: string): void => {
    clearTimeout(timer.current);
    if (ms === 0) return tell(text.trim());
    writes();
    timer.current = setTimeout(() => tell(text.trim()), ms);
  };
  return (
    <label class="field">
      <span>{say("entry.note")}</span>
      <textarea rows={2} maxLength={2000} onInput={(event) => tellIn(pause_ms, event.currentTarget.value)} onChange={(event) => tellIn(0, event.currentTarget.value)} />
    </label>
  );
}

export function After({ leading, led, diary }: Props) {
  const [pain, choosePain] = useState<number | null>(null);
  const [trouble, fail] = useState<unknown>(null);
  const [effort, chooseEffort] = useState<SessionEntry["effort"]>(null);
  const [writes, write] = useState(false);
  const [underWay, count] = useState(0);
  const keep = (more: Parameters<Led["tell"]>[0]): void => {
    if (led === null) return;
    fail(null);
    count((before) => before + 1);
    void led.tell(more).catch(fail).finally(() => count((before) => before - 1));
  };
  // It is said of all that she has told, or not at all.
  const isKept = !writes && underWay === 0 && diary.entries.value.some(({ id }) => id === led?.id);
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
        <Scale labelledBy="pain" chosen={pain} before={before} choose={(after) => { choosePain(after); keep({ after }); }} />
      </section>
      <div role="status">{pain !== null && before !== null && pain > before && <p class="notice">{words.morePain}</p>}</div>
      <EffortField chosen={effort} choose={(each) => { chooseEffort(each); keep({ effort: each }); }} />
      <Note writes={() => write(true)} tell={(note) => { write(false); keep({ note }); }} />
      {diary.waiting.value.length === 0 && <Trouble of={trouble} />}
      {isKept && <p class="soft fine kept" role="status">{say("after.kept")} <a href={`#/entry/${led?.id}`}>{say("after.more")}</a></p>}
      <Waiting diary={diary} />
      <a class="button main" href="#/">{words.done}</a>
    </Screen>
  );
}
