// SPDX-License-Identifier: Apache-2.0
// Her numbers by week: a ring before, a disc after, a diamond next morning, a soft bar for the spread; a table says the same.
import { scaleLinear, scalePoint } from "d3-scale";
import { symbol, symbolCircle, symbolDiamond2, type SymbolType } from "d3-shape";
import { useState } from "preact/hooks";
import { dateOf } from "../diary/time";
import type { Spread, Week } from "../diary/trend";
import { dateText, say } from "../words/say";

const marks = ["before", "after", "morning"] as const;
type Mark = (typeof marks)[number];
const shapes: Readonly<Record<Mark, SymbolType>> = { before: symbolCircle, after: symbolCircle, morning: symbolDiamond2 };

/** Most weeks that are readable side by side on a phone. */
export const weeksShown = 6;

const nameOf = ({ week, from }: Week): string =>
  week === null ? dateText(dateOf(from), { day: "numeric", month: "short" }) : say("trend.weekOf", { week });

interface Size {
  readonly width: number;
  /** From the ring to the disc, and on to the diamond. */
  readonly apart: number;
  readonly radius: number;
}
const phone: Size = { width: 340, apart: 15, radius: 6 };
const desktop: Size = { width: 640, apart: 26, radius: 8.5 };
const height = 306;

const Shape = ({ mark, x, y, radius }: { readonly mark: Mark; readonly x: number; readonly y: number; readonly radius: number }) => (
  <path class={mark} transform={`translate(${x} ${y})`} d={symbol(shapes[mark], Math.PI * radius * radius)() ?? ""} />
);

function Chart({ weeks, size }: { readonly weeks: readonly Week[]; readonly size: Size }) {
  const y = scaleLinear([0, 10], [264, 16]);
  const x = scalePoint(weeks.map(({ from }) => from), [34, size.width - 8]).padding(0.5);
  const short = (week: Week): string => (week.week === null ? dateText(dateOf(week.from), { day: "numeric", month: "numeric" }) : String(week.week));
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={say("trend.chart")}>
      {[0, 5, 10].map((pain) => (
        <g key={pain} class="grid"><path d={`M30 ${y(pain)}H${size.width}`} /><text x="22" y={y(pain) + 5} text-anchor="end">{pain}</text></g>
      ))}
      {weeks.map((week) => {
        const middle = x(week.from) ?? 0;
        const at = { before: middle - size.apart, after: middle, morning: middle + size.apart };
        const bar = (mark: Mark, of: Spread | null) =>
          of && <path class={`spread ${mark}`} d={`M${at[mark]} ${y(of.low) + 0.01}V${y(of.high)}`} stroke-width={size.radius * 1.9} />;
        return (
          <g key={week.from}>
            {marks.map((mark) => bar(mark, week[mark]))}
            {week.before && week.after && <path class="link" d={`M${at.before} ${y(week.before.median)}L${at.after} ${y(week.after.median)}`} />}
            {marks.map((mark) => week[mark] && <Shape key={mark} mark={mark} x={at[mark]} y={y(week[mark].median)} radius={size.radius} />)}
            <text x={middle} y="296" text-anchor="middle">{short(week)}</text>
          </g>
        );
      })}
    </svg>
  );
}

const spreadText = (of: Spread | null): string => (of === null ? say("trend.none") : say("trend.spread", { median: of.median, low: of.low, high: of.high }));

const Table = ({ weeks, shown }: { readonly weeks: readonly Week[]; readonly shown: boolean }) => (
  <div class={shown ? "scrolls" : "unseen"} id="trend-table" tabIndex={shown ? 0 : undefined} role={shown ? "region" : undefined} aria-label={shown ? say("trend.table") : undefined}>
    <table>
      <caption>{say("trend.caption")}</caption>
      <thead>
        <tr>
          {(["week", "before", "after", "morning", "days", "minutes", "breaths", "sides"] as const).map((each) => <th key={each} scope="col">{say(`trend.${each}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.from}>
            <th scope="row">{nameOf(week)}</th>
            {marks.map((mark) => <td key={mark}>{spreadText(week[mark])}</td>)}
            <td>{week.days}</td><td>{week.minutes}</td><td>{week.breaths}</td><td>{week.left}, {week.right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export function TrendChart({ weeks }: { readonly weeks: readonly Week[] }) {
  const [table, showTable] = useState(false);
  const size = matchMedia("(min-width: 60rem)").matches ? desktop : phone;
  return (
    <>
      <Chart weeks={weeks.slice(-weeksShown)} size={size} />
      <div class="row">
        <ul class="key soft fine">
          {marks.map((mark) => (
            <li key={mark}><svg class="chart" viewBox="-9 -9 18 18" aria-hidden="true"><Shape mark={mark} x={0} y={0} radius={6} /></svg>{say(`trend.${mark}`)}</li>
          ))}
        </ul>
        <button type="button" class="bare linked" aria-expanded={table} aria-controls="trend-table" onClick={() => showTable(!table)}>{say("trend.table")}</button>
      </div>
      <p class="soft fine">{say("trend.how")}</p>
      <Table weeks={weeks} shown={table} />
    </>
  );
}
