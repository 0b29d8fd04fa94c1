// SPDX-License-Identifier: Apache-2.0
// Where a text stands, in words: saved, kept, refused; and what has happened to it elsewhere.
import { useState } from "preact/hooks";
import type { Sheet } from "./sheet";
import { tell } from "./words/words";

export const SavedWord = ({ sheet }: { readonly sheet: Sheet }) => <span class="soft fine" role="status">{tell(sheet.saved.value)}</span>;

const refusals = { unreachable: "unreachable", full: "full", name: "name", failed: "failed", changed: "failed" } as const;

function Changed({ sheet }: { readonly sheet: Sheet }) {
  const [aside, keptAs] = useState<string | null>(null);
  const theirs = sheet.theirs.value;
  if (theirs === null) return aside === null ? null : <p class="notice">{tell("changedAside", { name: aside })}</p>;
  return (
    <div class="notice changed">
      <p>{tell("changed")}</p>
      <details><summary>{tell("changedIs")}</summary><pre tabIndex={0}>{theirs.text}</pre></details>
      <div class="chips">
        <button type="button" class="quiet" onClick={() => void sheet.takeTheirs().then(keptAs)}>{tell("changedTake")}</button>
        <button type="button" class="quiet" onClick={() => void sheet.saveOver()}>{tell("changedOver")}</button>
      </div>
    </div>
  );
}

export function Notices({ sheet }: { readonly sheet: Sheet }) {
  const refused = sheet.refused.value;
  const parted = sheet.parted.value;
  return (
    <div class="notices" role="status">
      <Changed sheet={sheet} />
      {refused !== null && <p class="notice">{tell(refusals[refused])}</p>}
      {!sheet.kept.value && <p class="notice">{tell("unkept")}</p>}
      {parted !== null && <p class="notice">{tell("parted", { name: parted, own: sheet.name.value })}</p>}
      {sheet.alsoInAnotherTab.value && parted === null && <p class="soft fine">{tell("also")}</p>}
    </div>
  );
}
