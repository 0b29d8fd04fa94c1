// SPDX-License-Identifier: Apache-2.0
// What she is asked before every session: her week, her low back, what makes it comfortable, and the signs of today.
import { useState } from "preact/hooks";
import { type Settings, wrists } from "../core/core";
import { Chip, Scale, WeekField } from "../parts/choices";
import { Filled, Findings } from "../parts/findings";
import { Back, Heading, Screen } from "../parts/screen";
import { type Answers, anyYes, leftOpen, mayStart } from "../signs";
import type { Site } from "../site";
import { words } from "../words/en";

/** How she wants to be led. */
export interface Wishes {
  readonly settings: Settings;
  readonly painBefore: number | null;
  readonly keyStops: boolean;
  readonly fullScreen: boolean;
}

interface Props {
  readonly site: Site;
  readonly text: string;
  /** Whether the text is hers. */
  readonly own: boolean;
  readonly week: number | null;
  readonly chooseWeek: (week: number) => void;
  readonly sayYes: () => void;
  /** Rejects where the session cannot begin. */
  readonly begin: (wishes: Wishes) => Promise<void>;
}

export function CheckIn({ site, text, own, week, chooseWeek, sayYes, begin }: Props) {
  const [painBefore, choosePain] = useState<number | null>(null);
  const [hands, chooseHands] = useState<Settings["wrists"]>("palms");
  const [knees, padKnees] = useState(false);
  const [keyStops, letKeyStop] = useState(true);
  const [fullScreen, fillScreen] = useState(true);
  const [answers, answer] = useState<Answers>(new Map());
  const [busy, wait] = useState(false);
  const [failed, fail] = useState(false);
  const understood = week === null ? null : site.core.read(text, week);
  const open = leftOpen(site.signs, answers);
  const refusal = own ? words.notPlayed : words.notThisWeek;
  const missing = [
    week === null ? `${words.chooseWeek}.` : "",
    understood?.playable === false ? refusal : "",
    open > 0 ? words.open(open) : "",
  ];
  const ready = week !== null && understood?.playable === true && mayStart(site.signs, answers);

  const say = (id: string, yes: boolean): void => {
    const next = new Map(answers).set(id, yes);
    answer(next);
    if (anyYes(site.signs, next)) sayYes();
  };
  const start = (): void => {
    if (!ready || busy) return;
    wait(true);
    begin({ settings: { week, wrists: hands, knees_padded: knees }, painBefore, keyStops, fullScreen })
      .catch((error: unknown) => {
        console.error(error);
        fail(true);
      })
      .finally(() => wait(false));
  };

  return (
    <>
      <Back />
      <Screen title={words.before} class="check-in">
        <Heading>{words.before}</Heading>
        <div class="half">
          <section><WeekField week={week} choose={chooseWeek} /></section>
          {understood && !understood.playable && (
            <section class="halt"><p class="notice">{refusal}</p><Findings findings={understood.findings} /></section>
          )}
          <section>
            <h2 id="pain">{words.pain}</h2>
            <Scale labelledBy="pain" chosen={painBefore} choose={choosePain} />
          </section>
          <section>
            <h2>{words.comfort}</h2>
            {understood?.comfort.map(({ text: hint }) => <p key={hint} class="soft">{hint}</p>)}
            <div class="chips" role="group" aria-label={words.wristsAsk}>
              {wrists.map((each) => <Chip key={each} on={hands === each} label={words.wrists[each]} press={() => chooseHands(each)} />)}
            </div>
            <div class="chips">
              <Chip on={knees} label={words.knees} press={() => padKnees(!knees)} />
              <Chip on={fullScreen} label={words.fullScreen} press={() => fillScreen(!fullScreen)} />
              <Chip on={keyStops} label={words.keyStops} press={() => letKeyStop(!keyStops)} />
            </div>
          </section>
          {understood && <section><Filled {...understood} />{understood.care.map((each) => <p key={each} class="soft">{each}</p>)}</section>}
        </div>
        <div class="half">
          <section>
            <h2>{words.signs}</h2>
            <ul class="signs">
              {site.signs.map(({ id, ask }) => (
                <li key={id}>
                  {ask}
                  <span class="chips" role="group" aria-label={ask}>
                    {[true, false].map((yes) => {
                      const label = yes ? words.yes : words.no;
                      return <Chip key={label} on={answers.get(id) === yes} label={label} name={`${label}: ${ask}`} press={() => say(id, yes)} />;
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section class="end">
            <button type="button" class="main" aria-disabled={!ready} aria-busy={busy} aria-describedby="missing" onClick={start}>
              {words.start}{busy && " …"}
            </button>
            <p id="missing" class="soft fine" role="status">{missing.filter((each) => each !== "").join(" ")}</p>
            {failed && <p class="notice" role="alert">{words.notStarted}</p>}
            {!site.voice && !site.speech.voice() && <p class="soft fine">{words.noVoice}</p>}
          </section>
        </div>
      </Screen>
    </>
  );
}
