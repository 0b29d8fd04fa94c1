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

/** The core names what is asked (rules/screening.toml); its words are those of her language. */
export const Questions = ({ questions, answers, answer }: Props) => (
  <ul class="signs">
    {questions.map(({ id }) => <One key={id} ask={say(`question.${id}` as Key)} answered={answers[id]} answer={(yes) => answer(id, yes)} />)}
  </ul>
);
