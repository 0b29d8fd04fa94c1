// SPDX-License-Identifier: Apache-2.0
// The exercises that she has written herself, where there are any.
import { useEffect, useState } from "preact/hooks";
import type { Understood } from "../core/core";
import { host } from "../host";
import { shownWeek, type Site } from "../site";
import { say } from "../words/say";
import { words } from "../words/en";

interface Text extends Understood {
  readonly name: string;
  readonly text: string;
}

const most = 20;

/** The editor's files are not asked for where nobody has written any: nothing of it is fetched then. */
async function hasWritten(): Promise<boolean> {
  if ((await host()).desk !== undefined) return true;
  return (await globalThis.indexedDB?.databases?.())?.some(({ name }) => name === "supple.editor") ?? false;
}

async function yours(site: Site): Promise<readonly Text[]> {
  if (!(await hasWritten())) return [];
  const { folderHere } = await import("../editor/folder");
  const folder = await folderHere();
  const names = [...(await folder.names())].sort().slice(0, most);
  const files = await Promise.all(names.map(async (name) => ({ name, file: await folder.open(name) })));
  return files.flatMap(({ name, file }) => (file === null ? [] : [{ ...site.core.read(file.text, shownWeek), name, text: file.text }]));
}

/** What cannot be led yet opens in the editor. */
export function Yours({ site, play }: { readonly site: Site; readonly play: (text: string, line: number) => void }) {
  const [texts, show] = useState<readonly Text[]>([]);
  useEffect(() => void yours(site).then(show, console.warn), []);
  if (texts.length === 0) return null;
  return (
    <>
      <h2>{say("yours")}</h2>
      <ul class="list">
        {texts.map(({ name, title, tags, duration_s, playable, text }) => (
          <li key={name}>
            <a href={playable ? "#/check-in/own" : `#/editor/${name}`} onClick={() => playable && play(text, 1)}>
              <h3>{title || name}</h3>
              {playable && <p class="soft fine">{[words.length(duration_s), ...tags].join(" · ")}</p>}
            </a>
          </li>
        ))}
      </ul>
      <p><a href="#/editor">{say("yours.all")}</a></p>
    </>
  );
}
