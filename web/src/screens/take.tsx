// SPDX-License-Identifier: Apache-2.0
// An exercise or a workout to take along: a film to keep, a card to print. Our local server makes them one after another.
import { useEffect, useState } from "preact/hooks";
import { host } from "../host";
import { cancel, type Make, makes, order, type Order, type Refusal, type Size, sizes } from "../makes";
import { Chip } from "../parts/choices";
import { Back, Heading, Screen } from "../parts/screen";
import { shownWeek, type Site } from "../site";
import { say } from "../words/say";

interface Props {
  readonly site: Site;
  readonly exercise: string;
  readonly text: string;
  /** Hers, if she has said it. */
  readonly week: number | null;
}

const between_looks_ms = 1000;

/** Where this exercise stands, for the code on the card. */
const addressOf = (exercise: string): string => `${location.href.split("#")[0]}#/check-in/${exercise}`;

function told({ state, percent, left_s, reason = "" }: Make): string {
  if (state === "waiting") return say("take.waiting");
  if (state === "failed") return say("take.failed", { reason });
  return left_s === undefined ? say("take.making", { percent }) : say("take.left", { percent, minutes: Math.round(left_s / 60) });
}

function Made({ make, title, changed }: { readonly make: Make; readonly title: string; readonly changed: () => void }) {
  const end = (): void => void cancel(make.number).then(changed, console.error);
  const address = `makes/${make.file}`;
  const ready = make.state === "ready";
  return (
    <li>
      <h3>{say("take.what", { product: make.product, title })}</h3>
      {!ready && <p class="soft">{told(make)}</p>}
      {make.state === "making" && <progress max={100} value={make.percent} aria-label={say("take.what", { product: make.product, title })} />}
      <div class="chips">
        {ready && <a class="button quiet" href={address} target="_blank" rel="noopener">{say("take.open")}</a>}
        {ready && <a class="button quiet" href={address} download={`${make.exercise}.${make.file?.split(".").pop()}`}>{say("take.save")}</a>}
        <button type="button" class="bare" onClick={end}>{say(make.state === "waiting" || make.state === "making" ? "take.cancel" : "take.remove")}</button>
      </div>
    </li>
  );
}

export function Take({ site, exercise, text, week }: Props) {
  const [list, show] = useState<readonly Make[]>([]);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const [size, chooseSize] = useState<Size>("720p");
  const [night, chooseNight] = useState(false);
  const shown = week ?? shownWeek;
  const { title } = site.core.read(text, shown);
  const written = site.core.languageOf(text);
  const file = written === "en" ? exercise : `${exercise}.${written}`;
  const titleOf = (made: string): string => [...site.library, ...site.workouts].find(({ name }) => name === made.split(".")[0])?.title ?? made;
  const look = (): Promise<void> => makes().then((now) => { show(now); refuse((was) => (was === "unreachable" ? null : was)); }, () => refuse("unreachable"));
  const [elsewhere, know] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    let gone = false;
    void host().then(({ makes: here }) => {
      if (here !== true) know(true);
      else if (!gone) {
        void look();
        timer = setInterval(() => void look(), between_looks_ms);
      }
    });
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  const ask = (wanted: Order): void => void order(wanted).then((refused) => { refuse(refused); void look(); });
  if (elsewhere) return (
    <>
      <Back />
      <Screen title={say("take.of", { title })} class="bring"><Heading>{title}</Heading><p class="notice">{say("take.elsewhere")}</p></Screen>
    </>
  );
  return (
    <>
      <Back />
      <Screen title={say("take.of", { title })} class="bring">
        <div class="half">
          <div><Heading>{title}</Heading><p class="soft">{say("take.lead")}</p></div>
          <section>
            <h2>{say("take.film")}</h2>
            <p class="soft">{say("take.filmLead")}</p>
            <p id="size">{say("take.size")}</p>
            <div class="chips" role="group" aria-labelledby="size">
              {sizes.map((each) => <Chip key={each} on={size === each} label={say(`take.size.${each}`)} press={() => chooseSize(each)} />)}
            </div>
            <p id="light">{say("take.light")}</p>
            <div class="chips" role="group" aria-labelledby="light">
              <Chip on={!night} label={say("take.day")} press={() => chooseNight(false)} />
              <Chip on={night} label={say("take.night")} press={() => chooseNight(true)} />
            </div>
            <p><button type="button" class="main" onClick={() => ask({ product: "film", exercise: file, week: shown, size, night })}>{say("take.makeFilm")}</button></p>
          </section>
          <section>
            <h2>{say("take.card")}</h2>
            <p class="soft">{say("take.cardLead")}</p>
            <p><button type="button" class="quiet" onClick={() => ask({ product: "card", exercise: file, week: shown, address: addressOf(exercise) })}>{say("take.makeCard")}</button></p>
          </section>
        </div>
        <section class="half made">
          <h2>{say("take.made")}</h2>
          <div role="status">{refusal !== null && <p class="notice">{say(`take.${refusal}`)}</p>}</div>
          {list.length === 0 ? <p class="soft">{say("take.none")}</p> : <ul class="stack">{list.map((make) => <Made key={make.number} make={make} title={titleOf(make.exercise)} changed={() => void look()} />)}</ul>}
        </section>
      </Screen>
    </>
  );
}
