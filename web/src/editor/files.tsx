// SPDX-License-Identifier: Apache-2.0
// All texts, and how another one begins.
import { useEffect, useState } from "preact/hooks";
import { Back, Heading, Screen } from "../parts/screen";
import type { Site } from "../site";
import { type Folder, freeName, nameOf, Refused } from "./folder";
import { draftOfArticle } from "./server_folder";
import { Sheet } from "./sheet";
import { draftNames, keepRemoved, lastRemoved, type Removed as Last } from "./store";
import { tell } from "./words/words";

const blank = (title: string): string => `---
title: ${title}
tags: []
weeks: 4-42
---
## Start
Come onto your hands and knees.

## Rounds × 6
Inhale: let your hips **travel back**.
Exhale: **round your spine** and come forward.

## Finish
Sit back on your heels.
`;

interface Texts {
  readonly names: readonly string[];
  readonly drafts: ReadonlySet<string>;
  readonly trouble: Refused["refusal"]["why"] | null;
}

async function textsOf(folder: Folder): Promise<Texts> {
  const drafts = new Set(await draftNames().catch(() => []));
  try {
    return { names: [...new Set([...(await folder.names()), ...drafts])].sort(), drafts, trouble: null };
  } catch (error) {
    return { names: [...drafts].sort(), drafts, trouble: error instanceof Refused ? error.refusal.why : "failed" };
  }
}

/** A new text under a free name; the address leads to it. */
async function begin(folder: Folder, title: string, text: string): Promise<void> {
  const { names } = await textsOf(folder);
  const name = freeName(nameOf(title), names);
  await Sheet.begin(name, text);
  location.hash = `#/editor/${name}`;
}

function Removed({ folder, changed }: { readonly folder: Folder; readonly changed: () => void }) {
  const [last, know] = useState<Last | null>(null);
  useEffect(() => void lastRemoved().then(know, console.warn), []);
  const undo = async ({ name, text }: Last): Promise<void> => {
    const { names } = await textsOf(folder);
    await Sheet.begin(freeName(name, names), text);
    await keepRemoved(null);
    know(null);
    changed();
  };
  return (
    <div role="status">
      {last !== null && <p class="notice undo">{tell("deleted", { name: last.name })} <button type="button" class="quiet" onClick={() => void undo(last)}>{tell("undo")}</button></p>}
    </div>
  );
}

function Article({ folder }: { readonly folder: Folder }) {
  const [none, know] = useState("");
  const make = async (article: string): Promise<void> => {
    know("");
    try {
      const draft = await draftOfArticle(article);
      if (draft === null) return know(tell("articleNone"));
      await begin(folder, draft.title, draft.markdown);
    } catch (error) {
      know(tell(error instanceof Refused && error.refusal.why === "unreachable" ? "unreachable" : "failed"));
    }
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void make(String(new FormData(event.currentTarget).get("article"))); }}>
      <h2>{tell("article")}</h2>
      <p class="soft">{tell("articleLead")}</p>
      <label class="field"><span class="small">{tell("articleText")}</span><textarea name="article" rows={6} required maxLength={100_000} /></label>
      <div role="alert">{none !== "" && <p class="notice">{none}</p>}</div>
      <button type="submit" class="quiet">{tell("articleMake")}</button>
    </form>
  );
}

function CopyOf({ site, folder }: { readonly site: Site; readonly folder: Folder }) {
  const copy = async (name: string): Promise<void> => {
    await site.fetchText(name);
    const text = site.texts.peek().get(name);
    if (text !== undefined) await begin(folder, name, text);
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void copy(String(new FormData(event.currentTarget).get("of"))); }}>
      <h2>{tell("copyOf")}</h2>
      <label class="field"><span class="small">{tell("copyOfAsk")}</span>
        <select name="of">{site.library.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}</select>
      </label>
      <button type="submit" class="quiet">{tell("make")}</button>
    </form>
  );
}

export function Files({ site, folder }: { readonly site: Site; readonly folder: Folder }) {
  const [{ names, drafts, trouble }, show] = useState<Texts>({ names: [], drafts: new Set(), trouble: null });
  const look = (): void => void textsOf(folder).then(show);
  useEffect(look, [folder]);
  return (
    <>
      <Back />
      <Screen title={tell("title")} class="bring files">
        <Heading>{tell("title")}</Heading>
        <section class="half">
          <p class="soft">{tell("lead")}</p>
          <Removed folder={folder} changed={look} />
          <div role="status">{trouble !== null && <p class="notice">{tell(trouble === "unreachable" ? "unreachable" : "failed")}</p>}</div>
          <div>
            <h2>{tell("files")}</h2>
            {names.length === 0 && <p class="soft">{tell("none")}</p>}
            <ul class="list">
              {names.map((name) => <li key={name}><a href={`#/editor/${name}`}><h3>{name}</h3>{drafts.has(name) && <p class="soft fine">{tell("fileDraft")}</p>}</a></li>)}
            </ul>
          </div>
          <p class="soft fine">{folder.place === "" ? tell("placeBrowser") : tell("place", { place: folder.place })}</p>
        </section>
        <section class="half">
          <form class="stack" onSubmit={(event) => { event.preventDefault(); const title = String(new FormData(event.currentTarget).get("title")).trim(); void begin(folder, title, blank(title)); }}>
            <h2>{tell("new")}</h2>
            <label class="field"><span class="small">{tell("newTitle")}</span><input name="title" required maxLength={80} autocomplete="off" /></label>
            <button type="submit" class="main">{tell("make")}</button>
          </form>
          <CopyOf site={site} folder={folder} />
          {folder.place === "" ? <p class="soft">{tell("elsewhere")} <a href="#/own">{tell("elsewherePaste")}</a></p> : <Article folder={folder} />}
        </section>
      </Screen>
    </>
  );
}
