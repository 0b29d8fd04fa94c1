// SPDX-License-Identifier: Apache-2.0
// The first visit, and the questions that come again. What she has answered is kept at once: she may go back and forth,
// leave, and come back.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { ComfortChoices } from "../parts/comfort";
import { None, Questions } from "../parts/questions";
import { Heading, Screen } from "../parts/screen";
import { SoundCheck } from "../parts/sound_check";
import { WhereSheIs } from "../parts/where_she_is";
import type { Question } from "../core/core";
import { atTheDoor, finishScreening, leftOpen, standing, today } from "../hers/door";
import { hers, holds, tell } from "../hers/hers";
import type { Site } from "../site";
import { words } from "../words/en";
import { practice } from "../words/practice";

type Step = "about" | "you" | "comfort" | "sound" | "screening";

const atFirst: readonly Step[] = ["about", "you", "comfort", "sound", "screening"];
const again: readonly Step[] = ["you", "screening"];

const step = signal(0);

/** Whether she is still saying where she is: a choice by itself must not lead her elsewhere. */
export const saysWhere = (): boolean => hers.value.screened === null && atFirst.indexOf("you") >= step.value;

interface StepProps {
  readonly title: string;
  readonly back: (() => void) | null;
  /** Why she cannot go on yet. */
  readonly missing?: string;
  readonly go: () => void;
  readonly children: ComponentChildren;
}

const OneStep = ({ title, back, missing = "", go, children }: StepProps) => (
  <>
    <header class="bar">
      {back ? <button type="button" class="bare" onClick={back}>‹ {practice.back}</button> : <a class="button bare" href="#/">‹ {practice.back}</a>}
    </header>
    <Screen title={title} class="first">
      <Heading>{title}</Heading>
      {children}
      <section class="end">
        <button type="button" class="main" aria-disabled={missing !== ""} aria-describedby="missing" onClick={() => missing === "" && go()}>{practice.go}</button>
        <p id="missing" class="soft fine" role="status">{missing}</p>
      </section>
    </Screen>
  </>
);

/** By what a yes means, as they follow one another: no list longer than she reads at once. */
const groupsOf = (questions: readonly Question[]): readonly (readonly Question[])[] =>
  [...new Set(questions.map(({ yes }) => yes))].map((yes) => questions.filter((each) => each.yes === yes));

function Asked({ questions }: { readonly questions: readonly Question[] }) {
  const { draft } = hers.value;
  const answer = (ids: readonly string[], yes: boolean): void => tell({ draft: { ...hers.peek().draft, ...Object.fromEntries(ids.map((id) => [id, yes])) } });
  return (
    <>
      <p class="soft">{practice.screeningLead}</p>
      {groupsOf(questions).map((group) => (
        <section key={group[0]!.id}>
          <Questions questions={group} answers={draft} answer={(id, yes) => answer([id], yes)} />
          <None questions={group} answers={draft} deny={(ids) => answer(ids, false)} />
        </section>
      ))}
    </>
  );
}

export function First({ site }: { readonly site: Site }) {
  const told = hers.value;
  const steps = told.screened === null ? atFirst : again;
  const at = Math.min(step.value, steps.length - 1);
  const back = at > 0 ? (): void => void (step.value = at - 1) : null;
  const go = (): void => void (step.value = at + 1);
  const known = holds(told.stage, today());
  switch (steps[at]) {
    case "you":
      return (
        <OneStep title={practice.youTitle} back={back} missing={known ? "" : practice.youMissing} go={go}>
          {steps === again && <p class="soft">{practice.youAgain}</p>}
          <section class="you"><WhereSheIs /></section>
        </OneStep>
      );
    case "comfort":
      return (
        <OneStep title={practice.comfortTitle} back={back} go={go}>
          <p class="soft">{practice.comfortLead}</p>
          <section><ComfortChoices /></section>
          <p class="soft fine">{practice.headWhy}</p>
          <p class="soft fine">{practice.pelvisWhy}</p>
        </OneStep>
      );
    case "sound":
      return (
        <OneStep title={practice.soundTitle} back={back} go={go}>
          <p class="soft">{practice.soundLead}</p>
          <section><SoundCheck site={site} /></section>
        </OneStep>
      );
    case "screening": {
      const questions = standing(atTheDoor(site.core).questions);
      const open = leftOpen(questions, told.draft);
      const finish = (): void => {
        finishScreening(Object.fromEntries(questions.map(({ id }) => [id, told.draft[id] !== false])));
        step.value = 0;
      };
      return (
        <OneStep title={practice.screeningTitle} back={back} missing={open > 0 ? words.open(open) : ""} go={finish}>
          <Asked questions={questions} />
        </OneStep>
      );
    }
    default:
      return (
        <OneStep title={practice.aboutTitle} back={null} go={go}>
          {practice.about.map((each) => <p key={each}>{each}</p>)}
        </OneStep>
      );
  }
}
