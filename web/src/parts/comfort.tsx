// SPDX-License-Identifier: Apache-2.0
import { wrists } from "../core/core";
import { type Comfort, hers, tell } from "../hers/hers";
import { words } from "../words/en";
import { practice } from "../words/practice";
import { Chip } from "./choices";

/** What makes it comfortable; what she chooses is remembered. */
export function ComfortChoices() {
  const { comfort } = hers.value;
  const choose = (change: Partial<Comfort>): void => tell({ comfort: { ...comfort, ...change } });
  return (
    <>
      <div class="chips" role="group" aria-label={words.wristsAsk}>
        {wrists.map((each) => <Chip key={each} on={comfort.wrists === each} label={words.wrists[each]} press={() => choose({ wrists: each })} />)}
      </div>
      <div class="chips" role="group" aria-label={practice.kneesAsk}>
        <Chip on={comfort.knees} label={words.knees} press={() => choose({ knees: !comfort.knees })} />
        <Chip on={comfort.pelvis} label={practice.pelvis} press={() => choose({ pelvis: !comfort.pelvis })} />
        <Chip on={comfort.headUp} label={practice.headUp} press={() => choose({ headUp: !comfort.headUp })} />
        <Chip on={comfort.belly} label={practice.belly} press={() => choose({ belly: !comfort.belly })} />
      </div>
    </>
  );
}
