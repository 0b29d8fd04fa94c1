// SPDX-License-Identifier: Apache-2.0
import type { Finding, Understood } from "../core/core";
import { words } from "../words/en";

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/[.]?$/, ".");

export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul class="findings">
    {findings.map(({ name, line, message, remedy }) => (
      <li key={`${line} ${name}`} class="notice">{words.lineNumber(line)}. {sentence(message)} {sentence(remedy)}</li>
    ))}
  </ul>
);

/** What the text left open and we filled in, and what the figure cannot show. */
export const Filled = ({ filled, refused }: Pick<Understood, "filled" | "refused">) => (
  <>
    {filled.length > 0 && <><p>{words.ownFilled}</p><ul class="dots">{filled.map((each) => <li key={each}>{each}</li>)}</ul></>}
    {refused.length > 0 && <p class="soft">{words.refused(refused.join(", "))}</p>}
  </>
);
