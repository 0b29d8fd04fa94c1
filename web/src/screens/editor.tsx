// SPDX-License-Identifier: Apache-2.0
// The editor, fetched when somebody comes to write.
import { useEffect, useState } from "preact/hooks";
import { Files } from "../editor/files";
import { type Folder, folderHere } from "../editor/folder";
import { Page } from "../editor/page";
import { neighbours, Sheet } from "../editor/sheet";
import { keepRemoved } from "../editor/store";
import { tell } from "../editor/words/words";
import "../look/editor.css";
import { Back, Heading, Screen } from "../parts/screen";
import type { Site } from "../site";

interface Props {
  readonly site: Site;
  /** The text; empty: all of them. */
  readonly name: string;
  readonly play: (text: string, line: number) => void;
}

async function removed(name: string, text: string): Promise<void> {
  await keepRemoved({ name, text });
  location.replace("#/editor");
}

/** The text of this name, open; "missing" where there is none. */
function useSheet(folder: Folder | null, name: string): Sheet | "missing" | "unreachable" | null {
  const [sheet, opened] = useState<Sheet | "missing" | "unreachable" | null>(null);
  useEffect(() => {
    // A text that has been given another name here is open already.
    if (folder === null || (sheet instanceof Sheet && sheet.name.peek() === name)) return;
    let left = false;
    opened(null);
    if (name === "") return;
    Sheet.open(folder, neighbours(), name).then(
      (made) => (left ? made?.close() : opened(made ?? "missing")),
      () => opened("unreachable"),
    );
    return () => void (left = true);
  }, [folder, name]);
  useEffect(() => () => (sheet instanceof Sheet ? sheet.close() : undefined), [sheet]);
  return sheet;
}

export function Editor({ site, name, play }: Props) {
  const [folder, know] = useState<Folder | null>(null);
  useEffect(() => void folderHere().then(know), []);
  const sheet = useSheet(folder, name);
  if (folder === null) return null;
  if (name === "") return <Files site={site} folder={folder} />;
  if (sheet === null) return null;
  if (sheet instanceof Sheet) return <Page key={sheet.id} core={site.core} folder={folder} sheet={sheet} play={play} removed={(of, text) => void removed(of, text)} />;
  return <><Back /><Screen title={tell("title")}><Heading>{tell("title")}</Heading><p class="notice">{sheet === "missing" ? tell("missing", { name }) : tell("unreachable")}</p><p><a href="#/editor">{tell("back")}</a></p></Screen></>;
}
