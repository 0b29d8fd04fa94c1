// SPDX-License-Identifier: Apache-2.0
// What she can do with the whole diary: take it out, bring it back, lock it, delete it; and reminders.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import { isRefusal, largestFile, readFile, type Refusal, writeFile } from "../diary/file";
import { deleteEverything } from "../diary/here";
import { addDays, dateOf, today } from "../diary/time";
import { Chip } from "../parts/choices";
import { Heading, Screen } from "../parts/screen";
import { Top } from "../parts/top";
import { Passphrase, Trouble, Unlock } from "../parts/unlock";
import { dateText, say } from "../words/say";

/** A file for her, with nothing in its name but the app's. */
function offer(name: string, type: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  [link.href, link.download] = [url, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const now = (): string => today(new Date());

/** What seldom is needed is loaded when it is. */
const exports = {
  json: async ({ entries }: Diary) => offer(`supple-${now()}.json`, "application/json", writeFile(entries.value)),
  csv: async ({ entries }: Diary) => offer(`supple-${now()}.csv`, "text/csv", (await import("../diary/table")).writeTable(entries.value)),
  fhir: async ({ entries }: Diary) =>
    offer(`supple-${now()}.fhir.json`, "application/fhir+json", JSON.stringify((await import("../diary/health_record")).healthRecord(entries.value, new Date()), null, 1)),
  pdf: async ({ entries }: Diary) => offer(`supple-${now()}.pdf`, "application/pdf", await (await import("../diary/midwife_page")).midwifePage(entries.value, now())),
} as const;
const forms = ["pdf", "json", "csv", "fhir"] as const;

interface Props {
  readonly diary: Diary;
}

function TakeOut({ diary }: Props) {
  const [trouble, fail] = useState<unknown>(null);
  return (
    <section class="card">
      <h2>{say("keep.export")}</h2>
      <ul class="stack">
        {forms.map((form) => <li key={form}><button type="button" class="quiet" onClick={() => void exports[form](diary).catch(fail)}>{say(`keep.${form}`)}</button></li>)}
      </ul>
      {diary.hasLock.value && <p class="soft fine">{say("keep.plain")}</p>}
      <Trouble of={trouble} />
    </section>
  );
}

const sentence = (refusal: Refusal): string =>
  refusal.why === "broken" ? say("import.broken", { where: refusal.where, what: refusal.what }) : say(`import.${refusal.why}`);

function BringBack({ diary }: Props) {
  const [told, tell] = useState("");
  const [trouble, fail] = useState<unknown>(null);
  const take = async (file: File): Promise<void> => {
    tell("");
    fail(null);
    const read = file.size > largestFile ? ({ why: "too-large" } as const) : readFile(await file.text());
    if (isRefusal(read)) return tell(sentence(read));
    await diary.putAll(read);
    tell(say("keep.imported", { count: read.length }));
  };
  return (
    <section class="card">
      <h2>{say("keep.import")}</h2>
      <p class="soft">{say("keep.importLead")}</p>
      <label class="field small">
        <span>{say("keep.importChoose")}</span>
        <input type="file" accept=".json,application/json" onChange={({ currentTarget }) => currentTarget.files?.[0] && void take(currentTarget.files[0]).catch(fail)} />
      </label>
      <p role="status">{told}</p>
      <Trouble of={trouble} />
    </section>
  );
}

function Reminders() {
  const [time, setTime] = useState("20:00");
  const [days, choose] = useState<readonly number[]>([0, 1, 2, 3, 4, 5, 6]);
  const turn = (day: number): void => choose(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
  const ready = days.length > 0 && /^\d\d:\d\d$/.test(time);
  const make = async (): Promise<void> => {
    if (ready) offer("supple.ics", "text/calendar", (await import("../diary/reminders")).writeReminders(days, time, now()));
  };
  return (
    <section class="card">
      <h2>{say("keep.reminder")}</h2>
      <p class="soft">{say("keep.reminderLead")}</p>
      <label class="field small"><span>{say("keep.reminderTime")}</span><input type="time" value={time} onInput={(event) => setTime(event.currentTarget.value)} /></label>
      <div class="chips" role="group" aria-label={say("keep.reminderDays")}>
        {[0, 1, 2, 3, 4, 5, 6].map((day) => <Chip key={day} on={days.includes(day)} label={dateText(dateOf(addDays("2026-11-02", day)), { weekday: "short" })} press={() => turn(day)} />)}
      </div>
      <button type="button" class="quiet" aria-disabled={!ready} onClick={() => void make()}>{say("keep.reminderMake")}</button>
    </section>
  );
}

function Lock({ diary }: Props) {
  const [typed, type] = useState("");
  const [again, repeat] = useState("");
  const [trouble, fail] = useState<unknown>(null);
  const lacking = typed.length < 8 ? say("keep.lockShort") : typed !== again ? say("keep.lockDiffers") : "";
  const set = (event: Event): void => {
    event.preventDefault();
    if (lacking === "") diary.setLock(typed).catch(fail);
  };
  return (
    <section class="card">
      <h2>{say("keep.lock")}</h2>
      {diary.hasLock.value ? (
        <div class="stack">
          <p role="status">{say("keep.lockOn")}</p>
          <div class="chips">
            <button type="button" class="quiet" onClick={() => void diary.close()}>{say("keep.lockClose")}</button>
            <button type="button" class="quiet" onClick={() => void diary.removeLock().catch(fail)}>{say("keep.lockRemove")}</button>
          </div>
        </div>
      ) : (
        <form class="stack" onSubmit={set}>
          <p class="soft">{say("keep.lockLead")}</p>
          <Passphrase name={say("keep.lockField")} fresh value={typed} type={type} />
          <Passphrase name={say("keep.lockAgain")} fresh value={again} type={repeat} />
          <button class="quiet" aria-disabled={lacking !== ""} aria-describedby="lacking">{say("keep.lockSet")}</button>
          <p id="lacking" class="soft fine" role="status">{typed !== "" && lacking}</p>
        </form>
      )}
      <Trouble of={trouble} />
    </section>
  );
}

/** Also where the diary cannot be opened: whoever forgot her passphrase may want a new beginning. */
function DeleteAll({ diary }: Props) {
  const [done, tell] = useState(false);
  const [trouble, fail] = useState<unknown>(null);
  return (
    <section class="card">
      <h2>{say("keep.delete")}</h2>
      <p class="soft">{say("keep.deleteLead")}</p>
      <button type="button" class="quiet" onClick={() => void deleteEverything(diary).then(() => tell(true), fail)}>{say("keep.delete")}</button>
      <div role="status">{done && <p>{say("keep.deleted")}</p>}</div>
      <Trouble of={trouble} />
    </section>
  );
}

export function Keep({ diary }: Props) {
  const open = diary.state.value === "open";
  return (
    <>
      <Top here="diary" />
      <Screen title={say("keep.title")} class="keep">
        <Heading>{say("keep.title")}</Heading>
        <p class="soft">{say("keep.lead")}</p>
        <div class="pages">
          <div class="half">{open ? <><TakeOut diary={diary} /><BringBack diary={diary} /></> : <Unlock diary={diary} />}</div>
          <div class="half">{open && <Lock diary={diary} />}<Reminders /><DeleteAll diary={diary} /></div>
        </div>
      </Screen>
    </>
  );
}
