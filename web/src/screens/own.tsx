// SPDX-License-Identifier: Apache-2.0
import { WeekField } from "../parts/choices";
import { Filled, Findings } from "../parts/findings";
import { Back, Heading, Screen } from "../parts/screen";
import { ShareText } from "../parts/share_text";
import type { Understood } from "../core/core";
import { type OwnLine, ownLines } from "../own_lines";
import type { Site } from "../site";
import { hers } from "../hers/hers";
import { words } from "../words/en";
import { language, say } from "../words/say";
import { practice } from "../words/practice";

const kinds = {
  rule: words.lineRule,
  unread: words.lineUnread,
  read: words.lineRead,
  start: words.lineStart,
  option: words.lineOption,
  other: words.lineOther,
} as const;

const Line = ({ line }: { readonly line: OwnLine }) => (
  <li class={line.kind}>
    <p class="text">{line.text}</p>
    <p class="fine"><b>{kinds[line.kind]}</b></p>
    {line.steps.map((step, i) => <p key={i} class="soft fine">{words.step(step.breath, step.side, step.moves)}</p>)}
    {line.unread.filter((text) => text !== line.text.trim()).map((text) => <p key={text} class="soft fine">{words.lineUnread}: “{text}”</p>)}
    <Findings findings={line.findings} />
  </li>
);

interface Props {
  readonly site: Site;
  readonly text: string;
  /** What was wrong with the link that should have brought it; empty where nothing was. */
  readonly trouble: string;
  readonly write: (text: string) => void;
  readonly week: number | null;
  readonly chooseWeek: (week: number) => void;
}

/** Far more than an exercise, in characters. */
const longest = 100_000;

function understand(site: Site, text: string, week: number): Understood | string {
  if (text.length > longest) return words.ownTooLong;
  try {
    return site.core.read(text, week);
  } catch (error) {
    return String(error);
  }
}

function Read({ text, understood }: { readonly text: string; readonly understood: Understood | string }) {
  if (typeof understood === "string") return <p class="notice">{understood}</p>;
  return (
    <>
      <ol class="lines">{ownLines(text, understood).map((line) => <Line key={line.number} line={line} />)}</ol>
      <Filled {...understood} />
      <div role="status">{!understood.playable && <p class="notice">{words.notPlayed}</p>}</div>
      {understood.playable && <a class="button main" href="#/check-in/own">{words.practise}</a>}
    </>
  );
}

export function Own({ site, text, trouble, write, week, chooseWeek }: Props) {
  const afterBirth = hers.value.stage?.kind === "after-birth";
  const asked = text.trim() !== "" && week !== null;
  return (
    <>
      <Back />
      <Screen title={words.own} class="bring">
        <Heading>{words.own}</Heading>
        <section class="half">
          <p class="soft">{words.ownLead}</p>
          {afterBirth ? <p class="soft">{practice.afterBirth}</p> : <WeekField week={week} choose={chooseWeek} />}
          <label class="field">
            <span>{words.ownLabel}</span>
            <textarea rows={12} value={text} onInput={(event) => write(event.currentTarget.value)} />
          </label>
          {language !== "en" && <p class="soft fine">{say("ownEnglish")}</p>}
          {trouble !== "" && <p class="notice" role="alert">{trouble}</p>}
          {text.trim() !== "" && <ShareText text={text} />}
        </section>
        <section class="own-read">
          <h2>{words.ownRead}</h2>
          {asked ? <Read text={text} understood={understand(site, text, week)} /> : <p class="soft">{words.ownEmpty}</p>}
        </section>
      </Screen>
    </>
  );
}
