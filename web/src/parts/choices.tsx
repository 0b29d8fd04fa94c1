// SPDX-License-Identifier: Apache-2.0
// What is chosen by pressing: chips, and the numbers from 0 to 10.
import { words } from "../words/en";

interface ChipProps {
  readonly on: boolean;
  readonly label: string;
  readonly name?: string;
  readonly press: () => void;
}

export const Chip = ({ on, label, name, press }: ChipProps) => (
  <button type="button" class="chip" aria-pressed={on} aria-label={name} onClick={press}>{label}</button>
);

interface ScaleProps {
  /** The id of the question. */
  readonly labelledBy: string;
  readonly chosen: number | null;
  readonly before?: number | null;
  readonly choose: (pain: number) => void;
}

export function Scale({ labelledBy, chosen, before = null, choose }: ScaleProps) {
  const numbers = Array.from({ length: 11 }, (_, pain) => pain);
  return (
    <>
      <div class="scale" role="group" aria-labelledby={labelledBy}>
        {numbers.map((pain) => (
          <button
            key={pain}
            type="button"
            class={pain === before ? "was" : undefined}
            aria-pressed={pain === chosen}
            aria-label={pain === before ? words.painWas(pain) : undefined}
            onClick={() => choose(pain)}
          >
            {pain === 0 ? words.painNone : pain}
          </button>
        ))}
      </div>
      <p class="ends"><span>{before !== null && words.painBefore(before)}</span><span>{words.painEnd}</span></p>
    </>
  );
}

const weeks = Array.from({ length: 39 }, (_, i) => i + 4);

interface WeekProps {
  readonly week: number | null;
  readonly choose: (week: number) => void;
}

/** Empty until she chooses: a week that is guessed would choose the wrong rules. */
export const WeekField = ({ week, choose }: WeekProps) => (
  <label class="field">
    <span>{words.week}</span>
    <select value={week ?? ""} onChange={(event) => choose(Number(event.currentTarget.value))}>
      <option value="" disabled>{words.chooseWeek}</option>
      {weeks.map((each) => <option key={each} value={each}>{words.weekOf(each)}</option>)}
    </select>
  </label>
);
