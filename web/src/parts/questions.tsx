// SPDX-License-Identifier: Apache-2.0
import type { Question } from "../core/core";
import type { Answers } from "../hers/hers";
import { words } from "../words/en";
import { type Key, say } from "../words/say";
import { Chip } from "./choices";

interface Props {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly answer: (id: string, yes: boolean) => void;
}

interface OneProps {
  readonly ask: string;
  readonly answered: boolean | undefined;
  readonly answer: (yes: boolean) => void;
}

/** Yes and No keep their order, and neither is chosen for her. */
const One = ({ ask, answered, answer }: OneProps) => (
  <li>
    {ask}
    <span class="chips" role="group" aria-label={ask}>
      {[true, false].map((yes) => {
        const label = yes ? words.yes : words.no;
        return <Chip key={label} on={answered === yes} label={label} name={`${label}: ${ask}`} press={() => answer(yes)} />;
      })}
    </span>
  </li>
);

interface NoneProps {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly deny: (ids: readonly string[]) => void;
}

/** One press of hers for all that she has read here and left open; what she has answered stands. */
export function None({ questions, answers, deny }: NoneProps) {
  const open = questions.filter(({ id }) => answers[id] === undefined).map(({ id }) => id);
  return <p><button type="button" class="quiet none" aria-disabled={open.length === 0} onClick={() => open.length > 0 && deny(open)}>{say("first.none", { count: open.length })}</button></p>;
}

/** The core names what is asked (rules/screening.toml); its words are those of her language. */
export const Questions = ({ questions, answers, answer }: Props) => (
  <ul class="signs">
    {questions.map(({ id }) => <One key={id} ask={say(`question.${id}` as Key)} answered={answers[id]} answer={(yes) => answer(id, yes)} />)}
  </ul>
);
