// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";
import { host } from "../host";
import type { Diary } from "../diary/diary";
import { Morning } from "../parts/morning";
import { Waiting } from "../parts/unlock";
import { Heading, Screen } from "../parts/screen";
import { Still } from "../parts/still";
import { LanguageChoice } from "../parts/language";
import { OfSite } from "../parts/of_site";
import { Yours } from "../parts/yours";
import { Top } from "../parts/top";
import { type Listed, shownWeek, type Site } from "../site";
import { say } from "../words/say";
import { words } from "../words/en";

interface ListProps {
  readonly of: readonly Listed[];
  readonly kind: string;
  /** Whether this host makes films and cards. */
  readonly makes: boolean;
}

/** What can be led. */
function List({ of, kind, makes }: ListProps) {
  return (
    <ul class={kind}>
      {of.map(({ name, title, tags, duration_s }) => (
        <li key={name}>
          <a href={`#/check-in/${name}`}>
            <h3>{title}</h3>
            <p class="soft fine">{[words.length(duration_s), ...tags].join(" · ")}</p>
          </a>
          {makes && <a class="take" href={`#/take/${name}`} aria-label={say("take.of", { title })}>{say("take")}</a>}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly site: Site;
  readonly diary: Diary;
  readonly play: (text: string, line: number) => void;
}

export function Home({ site, diary, play }: Props) {
  const first = site.library[0];
  const [makes, offer] = useState(false);
  useEffect(() => void host().then((here) => offer(here.makes === true)), []);
  return (
    <>
      <Top here="practise" />
      <Screen title={words.home} class="home">
        <Waiting diary={diary} />
        <Morning diary={diary} />
        <section class="hero">
          <Heading>{words.home}</Heading>
          <div class="stage">
            <Still core={site.core} posture="all-fours" moves={["spine.round", "head.drop"]} week={shownWeek} label={words.figure} />
          </div>
          {first && (
            <div class="go">
              <a class="button main" href={`#/check-in/${first.name}`}>{words.start}</a>
              <p class="soft">{words.lead(first.title, first.duration_s)}</p>
            </div>
          )}
        </section>
        <section>
          <h2>{say("workouts")}</h2>
          <List of={site.workouts} kind="list workouts" makes={makes} />
          <h2>{words.library}</h2>
          <List of={site.library} kind="list" makes={makes} />
          <Yours site={site} play={play} />
          <div class="own">
            <h3>{words.own}</h3>
            <p class="soft fine">{words.ownLead}</p>
            <a class="button quiet" href="#/own">{words.paste}</a>
            <p class="soft fine">{say("writeLead")}</p>
            <a class="button quiet" href="#/editor">{say("write")}</a>
          </div>
        </section>
        <div class="foot"><OfSite /><p class="soft fine">{words.foot}</p><LanguageChoice /></div>
      </Screen>
    </>
  );
}
