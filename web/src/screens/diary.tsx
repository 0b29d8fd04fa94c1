// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { Diary as OpenDiary } from "../diary/diary";
import { type Entry, ofKind } from "../diary/entry";
import { dateOf, dayOf, timeOf, today } from "../diary/time";
import { type Day, due, practiceDays, regionCounts, said, weeks } from "../diary/trend";
import { stopsThisWeek } from "../hers/door";
import { BodyPicture, regionName } from "../parts/body_picture";
import { Month, monthBefore, nextMonth } from "../parts/month";
import { Morning } from "../parts/morning";
import { Heading, Screen } from "../parts/screen";
import { Top } from "../parts/top";
import { TrendChart, weeksShown } from "../parts/trend_chart";
import { Unlock } from "../parts/unlock";
import { dateText, type Key, say } from "../words/say";

/** What an entry is called in a list. */
export function titleOf(each: Entry): string {
  if (each.kind === "session") return each.title;
  if (each.kind === "felt") return each.regions.map(regionName).join(", ") || say("day.felt");
  return say(`day.${each.kind}`);
}

function detailsOf(each: Entry): string[] {
  if (each.kind === "session") {
    const sides = each.left + each.right > 0 ? [say("day.sides", { left: each.left, right: each.right })] : [];
    const facts = [say("day.session", { minutes: Math.round(each.seconds / 60), breaths: each.breaths }), ...sides, ...(each.stopped ? [say("day.stopped")] : [])];
    return [facts.join(" · "), each.regions.map(regionName).join(", ")];
  }
  if (each.kind === "activities") return each.items.map(({ name, able }) => say("activities.line", { name, able }));
  if (each.kind === "impression") return [say(`impression.${each.change}` as Key)];
  return [];
}

function Numbers({ of: each }: { readonly of: Entry }) {
  if (each.kind === "felt" || each.kind === "morning") return <b>{each.pain ?? ""}</b>;
  if (each.kind !== "session" || each.before === null) return <b />;
  if (each.after === null) return <b>{each.before}</b>;
  const both = { before: each.before, after: each.after };
  return <b><span aria-hidden="true">{say("day.arrow", both)}</span><span class="unseen">{say("day.arrowName", both)}</span></b>;
}

const Row = ({ of: each }: { readonly of: Entry }) => (
  <li>
    <a class="entry" href={`#/entry/${each.id}`}>
      <span class="soft">{timeOf(each.at)}</span>
      <span>
        <span class="unseen">{say("day.edit", { what: "" })}</span>{titleOf(each)}
        {detailsOf(each).filter((line) => line !== "").map((line) => <span key={line} class="soft fine line">{line}</span>)}
        {"note" in each && each.note !== "" && <span class="soft fine line note">“{each.note}”</span>}
      </span>
      <Numbers of={each} />
    </a>
  </li>
);

const Asked = ({ what }: { readonly what: "activities" | "impression" }) => (
  <section class="card row">
    <p>{say(`${what}.due`)}</p>
    <a class="button quiet" href={`#/${what}`}>{say("activities.open")}</a>
  </section>
);

function Trend({ entries, days }: { readonly entries: readonly Entry[]; readonly days: readonly Day[] }) {
  const all = weeks(entries);
  const shown = all.slice(-weeksShown);
  return (
    <section class="card trend">
      <h2>{say("trend.title", { count: shown.length })}</h2>
      {said(days.filter(({ day }) => day >= (shown[0]?.from ?? ""))).map((each) => (
        <p key={each.what} class="said">{say(`trend.${each.what}`, "from" in each ? { from: each.from, to: each.to } : {})}</p>
      ))}
      <TrendChart weeks={all} />
    </section>
  );
}

function Where({ entries }: { readonly entries: readonly Entry[] }) {
  const counts = regionCounts(entries);
  const most = counts[0]?.[1] ?? 1;
  return (
    <section class="card felt-where shown">
      <BodyPicture light={new Map(counts.map(([region, count]) => [region, count / most]))} />
      <div>
        <h2>{say("where.title")}</h2>
        <p class="soft fine">{counts.length === 0 ? say("where.none") : say("where.lead")}</p>
        <ul>{counts.map(([region, count]) => <li key={region}>{regionName(region)}, <span class="soft">{say("where.times", { count })}</span></li>)}</ul>
      </div>
    </section>
  );
}

function Calendar({ entries, chosen, choose, now }: { readonly entries: readonly Entry[]; readonly chosen: string; readonly choose: (day: string) => void; readonly now: string }) {
  const month = chosen.slice(0, 7);
  const sessions = ofKind(entries, "session");
  const times = new Map<string, number>();
  for (const { at } of sessions) times.set(dayOf(at), (times.get(dayOf(at)) ?? 0) + 1);
  const seconds = sessions.filter(({ at }) => at.startsWith(month)).reduce((sum, each) => sum + each.seconds, 0);
  const days = [...times.keys()].filter((day) => day.startsWith(month)).length;
  return (
    <section class="card">
      <div class="row">
        <h2>{dateText(dateOf(chosen), { month: "long", year: "numeric" })}</h2>
        <span class="soft fine">{say("month.sum", { days, minutes: Math.round(seconds / 60) })}</span>
      </div>
      <Month day={chosen} today={now} chosen={chosen} times={times} choose={choose} />
      <div class="row">
        <button type="button" class="bare linked" onClick={() => choose(monthBefore(chosen))}>{say("month.earlier")}</button>
        <button type="button" class="bare linked" onClick={() => choose(nextMonth(chosen))}>{say("month.later")}</button>
      </div>
      <p class="soft fine">{say("month.key")}</p>
    </section>
  );
}

interface DayProps {
  readonly entries: readonly Entry[];
  readonly day: string;
  readonly now: string;
}

const DayCard = ({ entries, day, now }: DayProps) => (
  <section class="card">
    <div class="row">
      <h2>{day === now ? say("day.now") : dateText(dateOf(day), { weekday: "long", day: "numeric", month: "long" })}</h2>
      <a class="button quiet" href={`#/entry/new-${day}`}>{say("diary.add")}</a>
    </div>
    {entries.length === 0 ? <p class="soft">{say("day.none")}</p> : <ul class="entries">{entries.map((each) => <Row key={each.id} of={each} />)}</ul>}
  </section>
);

/** Just deleted in this window: can be put back until she leaves it. */
export interface Removed {
  readonly entry: Entry;
  readonly again: () => void;
}

function Open({ diary, removed }: { readonly diary: OpenDiary; readonly removed: Removed | null }) {
  const now = today(new Date());
  const entries = diary.entries.value;
  const [day, chooseDay] = useState(() => (removed ? dayOf(removed.entry.at) : now));
  const days = practiceDays(entries);
  const stops = stopsThisWeek();
  return (
    <div class="pages">
      <div class="half">
        <div role="status">{removed && <p class="notice row">{say("day.deleted")} <button type="button" class="bare linked" onClick={removed.again}>{say("day.again")}</button></p>}</div>
        {stops > 1 && <p class="notice">{say("diary.twiceStopped", { count: stops })}</p>}
        {diary.unreadable.value > 0 && <p class="notice">{say("diary.unreadable", { count: diary.unreadable.value })}</p>}
        <Morning diary={diary} />
        {due(entries, now).map((what) => what !== "morning" && <Asked key={what} what={what} />)}
        {days.length > 0 && <Trend entries={entries} days={days} />}
        {entries.length === 0 && <p class="soft">{say("diary.empty")}</p>}
        <DayCard entries={entries.filter(({ at }) => dayOf(at) === day)} day={day} now={now} />
      </div>
      <div class="half">
        <Calendar entries={entries} chosen={day} choose={chooseDay} now={now} />
        <Where entries={entries.filter(({ at }) => at.startsWith(day.slice(0, 7)))} />
        <p><a class="button quiet" href="#/keep">{say("diary.keep")}</a></p>
      </div>
    </div>
  );
}

export function Diary({ diary, removed }: { readonly diary: OpenDiary; readonly removed: Removed | null }) {
  const state = diary.state.value;
  return (
    <>
      <Top here="diary" />
      <Screen title={say("diary.title")} class="diary">
        <Heading>{say("diary.title")}</Heading>
        {state === "open" ? <Open diary={diary} removed={removed} /> : <Unlock diary={diary} />}
      </Screen>
    </>
  );
}

