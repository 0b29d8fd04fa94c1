// SPDX-License-Identifier: Apache-2.0
// How a session felt, in three words.
import { efforts, type SessionEntry } from "../diary/entry";
import { say } from "../words/say";
import { Chip } from "./choices";

type Effort = SessionEntry["effort"];

export const EffortField = ({ chosen, choose }: { readonly chosen: Effort; readonly choose: (effort: Effort) => void }) => (
  <section>
    <h2 id="effort">{say("effort.ask")}</h2>
    <div class="chips" role="group" aria-labelledby="effort">
      {efforts.map((each) => <Chip key={each} on={each === chosen} label={say(`effort.${each}`)} press={() => choose(each === chosen ? null : each)} />)}
    </div>
  </section>
);
