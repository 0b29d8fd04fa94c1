// SPDX-License-Identifier: Apache-2.0
// A month of days: filled where she practised, a ring where twice. Every day can be chosen.
import { addDays, dateOf, weekday } from "../diary/time";
import { dateText, say } from "../words/say";

interface Props {
  /** Any day of the month. */
  readonly day: string;
  readonly today: string;
  readonly chosen: string;
  /** How often she practised on a day. */
  readonly times: ReadonlyMap<string, number>;
  readonly choose: (day: string) => void;
}

export const firstOf = (day: string): string => `${day.slice(0, 8)}01`;
export const nextMonth = (day: string): string => firstOf(addDays(firstOf(day), 31));
export const monthBefore = (day: string): string => firstOf(addDays(firstOf(day), -1));

/** Rows of seven days from Monday on; null before the first and after the last. */
export function rowsOf(day: string): (string | null)[][] {
  const first = firstOf(day);
  const days: (string | null)[] = Array.from({ length: weekday(first) }, () => null);
  for (let each = first; each < nextMonth(day); each = addDays(each, 1)) days.push(each);
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, row) => days.slice(7 * row, 7 * row + 7));
}

export function Month({ day, today, chosen, times, choose }: Props) {
  const full = { weekday: "long", day: "numeric", month: "long" } as const;
  const heads = Array.from({ length: 7 }, (_, i) => dateOf(addDays("2026-11-02", i)));
  return (
    <table class="month">
      <thead>
        <tr>{heads.map((head) => <th key={head.getTime()} scope="col" abbr={dateText(head, { weekday: "long" })}>{dateText(head, { weekday: "narrow" })}</th>)}</tr>
      </thead>
      <tbody>
        {rowsOf(day).map((row, i) => (
          <tr key={i}>
            {row.map((each, j) => {
              if (each === null) return <td key={j} />;
              const count = times.get(each) ?? 0;
              const name = dateText(dateOf(each), full);
              return (
                <td key={each}>
                  <button
                    type="button"
                    class={`date${count > 0 ? " practised" : ""}${count > 1 ? " twice" : ""}`}
                    aria-pressed={each === chosen}
                    aria-current={each === today ? "date" : undefined}
                    aria-label={count > 0 ? say("month.practised", { day: name, times: count }) : name}
                    onClick={() => choose(each)}
                  >
                    {dateText(dateOf(each), { day: "numeric" })}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
