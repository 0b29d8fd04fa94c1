// SPDX-License-Identifier: Apache-2.0
import { Heading, Screen } from "../parts/screen";
import { words } from "../words/en";

/** A stop sign is there: whom to call, and no way to start. */
export const NotToday = () => (
  <Screen title={words.before} class="not-today">
    <Heading>{words.notToday}</Heading>
    <p>{words.notTodayMore}</p>
    <a class="button bare" href="#/">{words.toBeginning}</a>
  </Screen>
);
