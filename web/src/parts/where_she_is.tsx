// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { bornBefore, dateOf, hers, holds, pregnantIn, tell, weekOf } from "../hers/hers";
import { today } from "../hers/door";
import { practice } from "../words/practice";
import { Chip, WeekField } from "./choices";

const weeksSince = Array.from({ length: 53 }, (_, week) => week);

/** Her week, her due date, or the weeks since the birth. Empty until she says it: a guess would choose the wrong rules. */
export function WhereSheIs() {
  const day = today();
  const { stage } = hers.value;
  const [afterBirth, setAfterBirth] = useState(stage?.kind === "after-birth");
  const [wrong, noteWrong] = useState(false);
  const known = holds(stage, day) ? stage : null;
  const due = (value: string): void => {
    const date = { kind: "pregnant", due: Date.parse(value) / 86_400_000 } as const;
    const right = Number.isInteger(date.due) && holds(date, day);
    noteWrong(!right);
    if (right) tell({ stage: date });
  };
  return (
    <>
      <div class="chips" role="group" aria-label={practice.youTitle}>
        <Chip on={!afterBirth} label={practice.pregnant} press={() => setAfterBirth(false)} />
        <Chip on={afterBirth} label={practice.afterBirth} press={() => setAfterBirth(true)} />
      </div>
      {afterBirth ? (
        <label class="field">
          <span>{practice.born}</span>
          <select
            value={known?.kind === "after-birth" ? Math.min(52, weekOf(known, day)) : ""}
            onChange={(event) => tell({ stage: bornBefore(Number(event.currentTarget.value), day) })}
          >
            <option value="" disabled>{practice.bornChoose}</option>
            {weeksSince.map((week) => <option key={week} value={week}>{practice.bornOf(week)}</option>)}
          </select>
        </label>
      ) : (
        <>
          <WeekField week={known?.kind === "pregnant" ? weekOf(known, day) : null} choose={(week) => tell({ stage: pregnantIn(week, day) })} />
          <label class="field">
            <span>{practice.due}</span>
            <input type="date" value={known?.kind === "pregnant" ? dateOf(known.due) : ""} aria-invalid={wrong} onChange={(event) => due(event.currentTarget.value)} />
          </label>
          <div role="status">{wrong && <p class="notice">{practice.dueWrong}</p>}</div>
        </>
      )}
    </>
  );
}
