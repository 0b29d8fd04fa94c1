// SPDX-License-Identifier: Apache-2.0
// What she is asked before every session: her low back, what makes it comfortable, and the signs of today.
import { signal } from "@preact/signals";
import { useMemo, useState } from "preact/hooks";
import type { Question, Settings, Understood } from "../core/core";
import { atTheDoor, leftOpen, signsOf, today } from "../hers/door";
import { type Answers, type Hers, hers, type Stage, tell, weekOf } from "../hers/hers";
import { ComfortChoices } from "../parts/comfort";
import { Scale } from "../parts/choices";
import { Filled, Findings } from "../parts/findings";
import { Questions } from "../parts/questions";
import { Heading, Screen } from "../parts/screen";
import { forHer, weekOfBody } from "../session/for_her";
import type { Site } from "../site";
import { words } from "../words/en";
import { say } from "../words/say";
import { practice } from "../words/practice";

/** How she wants to be led. */
export interface Wishes {
  readonly settings: Settings;
  readonly painBefore: number | null;
  readonly answers: Answers;
  readonly told: Hers;
}

interface Props {
  readonly site: Site;
  readonly exercise: string;
  readonly text: string;
  readonly stage: Stage;
  /** Rejects where the session cannot begin. */
  readonly begin: (wishes: Wishes) => Promise<void>;
}

/** What she has said of today: it is there when she comes back from another screen, and gone when the session began. */
const said = signal<{ day: number; answers: Answers; pain: number | null }>({ day: -1, answers: {}, pain: null });

const saidToday = () => (said.value.day === today() ? said.value : { day: today(), answers: {}, pain: null });

export function settingsOf(told: Hers, stage: Stage): Settings {
  const { comfort, pace_bpm, ownBreath } = told;
  const born = stage.kind === "after-birth" ? { weeks_after_birth: weekOf(stage, today()) } : {};
  return {
    ...born, week: weekOfBody(stage, today()), wrists: comfort.wrists, knees_padded: comfort.knees, pelvis: comfort.pelvis,
    head_up: comfort.headUp, belly: comfort.belly, own_breath: ownBreath, offers: true, pace_bpm,
  };
}

const Where = ({ stage, exercise }: { readonly stage: Stage; readonly exercise: string }) => {
  const week = weekOf(stage, today());
  return (
    <header class="bar">
      <a class="button bare" href="#/">‹ {words.back}</a>
      <a class="button bare" href={`#/you/${exercise}`}>{stage.kind === "pregnant" ? practice.todayWeek(week) : practice.todayBorn(week)}</a>
    </header>
  );
};

function Today({ site, questions }: { readonly site: Site; readonly questions: readonly Question[] }) {
  const answer = (id: string, yes: boolean): void => {
    const { answers, pain, day } = saidToday();
    const next = { ...answers, [id]: yes };
    said.value = { day, answers: next, pain };
    if (atTheDoor(site.core, next).admission === "not_today") tell({ stopSignDay: day });
  };
  return <Questions questions={questions} answers={saidToday().answers} answer={answer} />;
}

const Care = ({ understood }: { readonly understood: Understood }) => (
  <section><Filled {...understood} />{understood.care.map((each) => <p key={each} class="soft">{each}</p>)}</section>
);

/** Of a workout: what it is made of today, and what is left out and why. */
function Parts({ understood: { title, duration_s, exercises, left_out } }: { readonly understood: Understood }) {
  if (exercises.length + left_out.length === 0) return null;
  return (
    <section class="parts">
      <h2>{title}</h2>
      <p class="soft">{words.length(duration_s)}</p>
      <ol class="dots">{exercises.map(({ name, title: each }) => <li key={name}>{each}</li>)}</ol>
      {left_out.length > 0 && <p>{say("leftOut")}</p>}
      {left_out.length > 0 && <ul class="dots left-out">{left_out.map(({ name, title: each, why }) => <li key={name}>{each}: {say(`leftOut.${why}`)}</li>)}</ul>}
    </section>
  );
}

export function CheckIn({ site, exercise, text, stage, begin }: Props) {
  const [busy, wait] = useState(false);
  const [failed, fail] = useState(false);
  const told = hers.value;
  const { answers, pain, day } = saidToday();
  const settings = settingsOf(told, stage);
  const { understood, refusal } = useMemo(() => forHer(site.core, text, settings, stage, day, exercise === "own"), [text, stage, day, JSON.stringify(settings)]);
  const door = atTheDoor(site.core, answers);
  const questions = signsOf(door.questions);
  const open = leftOpen(questions, answers);
  const missing = [refusal ?? "", open > 0 ? words.open(open) : ""].filter((each) => each !== "");
  const ready = refusal === null && door.admission === "open";

  const start = (): void => {
    if (!ready || busy) return;
    wait(true);
    begin({ settings, painBefore: pain, answers, told })
      .then(() => void (said.value = { day: -1, answers: {}, pain: null }))
      .catch((error: unknown) => {
        console.error(error);
        fail(true);
      })
      .finally(() => wait(false));
  };
  const pace = told.ownBreath ? practice.ownBreath : practice.paceOf(told.pace_bpm);

  return (
    <>
      <Where stage={stage} exercise={exercise} />
      <Screen title={words.before} class="check-in">
        <Heading>{words.before}</Heading>
        <div class="half">
          {refusal !== null && <section class="halt"><p class="notice">{refusal}</p><Findings findings={understood.findings} /></section>}
          <Parts understood={understood} />
          <section>
            <h2 id="pain">{words.pain}</h2>
            <Scale labelledBy="pain" chosen={pain} choose={(chosen) => void (said.value = { day, answers, pain: chosen })} />
          </section>
          <section>
            <h2>{words.comfort}</h2>
            {understood.comfort.map(({ text: hint }) => <p key={hint} class="soft">{hint}</p>)}
            <ComfortChoices />
          </section>
          <section>
            <h2>{practice.led}</h2>
            <p class="soft">{practice.ledNow(practice.settings[told.setting].name, pace, told.voiceStops)}</p>
            <a class="button quiet" href={`#/led/${exercise}`}>{practice.change}</a>
          </section>
          <Care understood={understood} />
        </div>
        <div class="half">
          <section><h2>{words.signs}</h2><Today site={site} questions={questions} /></section>
          <section class="end">
            <button type="button" class="main" aria-disabled={!ready} aria-busy={busy} aria-describedby="missing" onClick={start}>
              {words.start}{busy && " …"}
            </button>
            <p id="missing" class="soft fine" role="status">{busy && told.setting === "locked" ? practice.rendering : missing.join(" ")}</p>
            {failed && <p class="notice" role="alert">{words.notStarted}</p>}
            {!site.voice && !site.speech.voice() && <p class="soft fine">{words.noVoice}</p>}
          </section>
        </div>
      </Screen>
    </>
  );
}
