// SPDX-License-Identifier: Apache-2.0
import type { Finding, Understood } from "../core/core";
import { coreSays } from "../words/core";
import { words } from "../words/en";
import { say } from "../words/say";

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/[.]?$/, ".");

export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul class="findings">
    {findings.map((finding) => (
      <li key={`${finding.line} ${finding.name}`} class="notice">{words.lineNumber(finding.line)}. {coreSays.finding(finding).map(sentence).join(" ")}</li>
    ))}
  </ul>
);

/** What the text left open and we filled in, and what the figure cannot show. */
export const Filled = ({ filled, refused }: Pick<Understood, "filled" | "refused">) => (
  <>
    {filled.length > 0 && <><p>{words.ownFilled}</p><ul class="dots">{filled.map((each) => <li key={each}>{say(`filled.${each}`)}</li>)}</ul></>}
    {refused.length > 0 && <p class="soft">{words.refused(refused.map(coreSays.refused).join(", "))}</p>}
  </>
);
