// SPDX-License-Identifier: Apache-2.0
import { Update } from "./update";
import { say } from "../words/say";
import { words } from "../words/en";

/** The head of the screens that stand side by side. */
export const Top = ({ here }: { readonly here: "practise" | "diary" }) => (
  <>
    <header class="bar">
      <a class="mark" href="#/">{words.name}<i /></a>
      <nav aria-label={say("nav.sections")}>
        <a href="#/" aria-current={here === "practise" ? "page" : undefined}>{say("nav.practise")}</a>
        <a href="#/diary" aria-current={here === "diary" ? "page" : undefined}>{say("nav.diary")}</a>
      </nav>
    </header>
    <Update />
  </>
);
