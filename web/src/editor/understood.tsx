// SPDX-License-Identifier: Apache-2.0
// Beside the text: what each sentence was read as, and what is to be mended.
import { useEffect, useRef } from "preact/hooks";
import { coreSays } from "../words/core";
import type { PlacedFinding as Finding, Written } from "../core/written";
import type { Row } from "./rows";
import { meaningOf, tell } from "./words/words";
import type { Place } from "./writing";

const breaths = { inhale: () => tell("in"), exhale: () => tell("out"), free: () => "" } as const;
const sides: Readonly<Record<string, () => string>> = { left: () => tell("sideLeft"), right: () => tell("sideRight"), each: () => tell("sideEach") };

export const sentenceOf = (finding: Finding): string =>
  coreSays.finding(finding).filter(Boolean).map((text) => text.charAt(0).toUpperCase() + text.slice(1).replace(/[.?]?$/, (end) => end || ".")).join(" ");

const toldOf = ({ kind, steps }: Row): string => {
  const moved = steps.map(({ side, moves }) => [...moves.map(meaningOf), sides[side]?.()].filter(Boolean).join(", ")).join("; ");
  const more = kind === "read" ? "" : tell(`row.${kind}`);
  return [moved, more].filter(Boolean).join(" · ");
};

interface RowsProps {
  readonly rows: readonly Row[];
  readonly here: Row | undefined;
  readonly go: (place: Place) => void;
}

export function Rows({ rows, here, go }: RowsProps) {
  const table = useRef<HTMLTableElement>(null);
  const place = here === undefined ? "" : `${here.line} ${here.column}`;
  useEffect(() => table.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), [place]);
  return (
    <table class="rows" ref={table}>
      <thead><tr><th scope="col">{tell("line")}</th><th scope="col">{tell("breath")}</th><th scope="col">{tell("moves")}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.line} ${row.column}`} class={row.kind} aria-current={row === here ? "true" : undefined}>
            <td><button type="button" class="line" aria-label={tell("goLine", { line: row.line })} onClick={() => go(row)}>{row.line}</button></td>
            <td>{[...new Set(row.steps.map(({ breath }) => breaths[breath]()))].filter(Boolean).join(", ")}</td>
            <td>{toldOf(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FoundProps {
  readonly findings: readonly Finding[];
  readonly go: (place: Place) => void;
  readonly use: (finding: Finding, words: string) => void;
}

export const Found = ({ findings, go, use }: FoundProps) => (
  <ul class="found">
    {findings.map((finding) => (
      <li key={`${finding.line} ${finding.column} ${finding.name}`} class="notice">
        <button type="button" class="line" aria-label={tell("goLine", { line: finding.line })} onClick={() => go(finding)}>{finding.line}</button>
        <p>{sentenceOf(finding)}</p>
        {finding.instead !== undefined && <button type="button" class="quiet" onClick={() => use(finding, finding.instead!)}>{tell("use", { words: finding.instead })}</button>}
      </li>
    ))}
  </ul>
);

export function Length({ written: { duration_s, breaths: count } }: { readonly written: Written }) {
  const seconds = Math.round(duration_s);
  return <p class="soft fine">{tell("length", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })} · {tell("breaths", { count })}</p>;
}
