// SPDX-License-Identifier: Apache-2.0
import { Heading, Screen } from "../parts/screen";
import { Still } from "../parts/still";
import type { Site } from "../site";
import { words } from "../words/en";

/** The week that the figure of the first screen is drawn for, before she has said hers. */
const pictureWeek = 24;

export function Home({ site }: { readonly site: Site }) {
  const exercises = site.library.map(({ name, text }) => ({ name, ...site.core.read(text, pictureWeek) }));
  const first = exercises[0];
  return (
    <>
      <header class="bar"><a class="mark" href="#/">{words.name}<i /></a></header>
      <Screen title={words.home} class="home">
        <section class="hero">
          <Heading>{words.home}</Heading>
          <div class="stage">
            <Still core={site.core} posture="all-fours" moves={["spine.round", "head.drop"]} week={pictureWeek} label={words.figure} />
          </div>
          {first && (
            <div class="go">
              <a class="button main" href={`#/check-in/${first.name}`}>{words.start}</a>
              <p class="soft">{words.lead(first.title, first.duration_s)}</p>
            </div>
          )}
        </section>
        <section>
          <h2>{words.library}</h2>
          <ul class="list">
            {exercises.map(({ name, title, tags, duration_s }) => (
              <li key={name}>
                <a href={`#/check-in/${name}`}>
                  <h3>{title}</h3>
                  <p class="soft fine">{[words.length(duration_s), ...tags].join(" · ")}</p>
                </a>
              </li>
            ))}
          </ul>
          <div class="own">
            <h3>{words.own}</h3>
            <p class="soft fine">{words.ownLead}</p>
            <a class="button quiet" href="#/own">{words.paste}</a>
          </div>
        </section>
        <p class="foot soft fine">{words.foot}</p>
      </Screen>
    </>
  );
}
