// SPDX-License-Identifier: Apache-2.0
// One text: its words on the one side, on the other what they are read as and the figure that does them.
import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Core } from "../core/core";
import type { PlacedFinding as Finding, Written } from "../core/written";
import { Heading, Screen } from "../parts/screen";
import { completions } from "./completion";
import { Figure } from "./figure";
import { type Folder, nameForm, Refused } from "./folder";
import { Recorder } from "./recorder";
import { rowAt, rowsOf } from "./rows";
import { sayCues } from "./server_folder";
import type { Sheet } from "./sheet";
import { Notices, SavedWord } from "./state";
import { Found, Length, Rows, sentenceOf } from "./understood";
import { meaningOf, moves, tell } from "./words/words";
import { openWriting, type Place, type Writing } from "./writing";

interface Props {
  readonly core: Core;
  readonly folder: Folder;
  readonly sheet: Sheet;
  readonly play: (text: string, line: number) => void;
  readonly removed: (name: string, text: string) => void;
}

/** Longer than this, and the keys come first. */
const quick_ms = 40;
const telling = { sentence: sentenceOf, use: (words: string): string => tell("use", { words }) };

/** Reads the text after each key, or, where that takes long, as often as there is time; performance.measure "supple.read". */
function useReading(core: Core, sheet: Sheet, show: (written: Written) => void): Written {
  const written = useSignal<Written>(useMemo(() => core.edit(sheet.text.peek()), [core, sheet]));
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const took = useRef(0);
  useSignalEffect(() => {
    sheet.text.value;
    if (pending.current !== undefined) return;
    const typed = performance.now();
    const read = (): void => {
      pending.current = undefined;
      const began = performance.now();
      const now = core.edit(sheet.text.peek());
      took.current = performance.now() - began;
      show(now);
      written.value = now;
      requestAnimationFrame(() => performance.measure("supple.read", { start: typed }));
    };
    pending.current = setTimeout(read, took.current > quick_ms ? took.current : 0);
  });
  useEffect(() => () => clearTimeout(pending.current), []);
  return written.value;
}

function Rename({ sheet, done }: { readonly sheet: Sheet; readonly done: () => void }) {
  const [trouble, fail] = useState("");
  const rename = async (name: string): Promise<void> => {
    if (!nameForm.test(name)) return fail(tell("name"));
    try {
      if (name !== sheet.name.peek()) await sheet.rename(name);
      done();
    } catch (error) {
      fail(error instanceof Refused && error.refusal.why !== "changed" ? tell(error.refusal.why) : tell("taken"));
    }
  };
  return (
    <form class="rename" onSubmit={(event) => { event.preventDefault(); void rename(String(new FormData(event.currentTarget).get("name"))); }}>
      <label class="field"><span>{tell("renameTo")}</span><input name="name" value={sheet.name.peek()} maxLength={64} autocomplete="off" spellcheck={false} /></label>
      <button type="submit" class="quiet">{tell("rename")}</button>
      <div role="alert">{trouble !== "" && <p class="notice">{trouble}</p>}</div>
    </form>
  );
}

function copyOf(sheet: Sheet): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([sheet.text.peek()], { type: "text/markdown" }));
  link.download = `${sheet.name.peek()}.md`;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function Page({ core, folder, sheet, play, removed }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const writing = useRef<Writing | null>(null);
  const cursor = useSignal<Place>({ line: 1, column: 1 });
  const [open, show] = useState<"" | "more" | "record">("");
  const written = useReading(core, sheet, (now) => writing.current?.show(now, telling));
  const rows = useMemo(() => rowsOf(written), [written]);
  const here = useComputed(() => cursor.value).value;
  const row = rowAt(rows, here.line, here.column);
  const title = written.title || sheet.name.value;

  const playHere = (): void => {
    void sheet.flush();
    const text = sheet.text.peek();
    if (!core.edit(text).playable) return;
    if (folder.place !== "") void sayCues(text).catch(console.warn);
    play(text, cursor.peek().line);
  };
  useEffect(() => {
    const heard = { text: (text: string) => sheet.write(text), cursor: (to: Place) => void (cursor.value = to), save: () => void sheet.save(), play: playHere };
    const phrases = { Completions: tell("cm.completions"), Diagnostics: tell("cm.lint") };
    const opened = openWriting(place.current!, sheet.text.peek(), completions(() => core.wordings(), moves, meaningOf), { label: tell("text"), phrases }, heard);
    writing.current = opened;
    opened.show(core.edit(sheet.text.peek()), telling);
    const leaving = (): void => void sheet.flush();
    const unsafe = (event: BeforeUnloadEvent): void => {
      if (!sheet.kept.peek()) event.preventDefault();
    };
    document.addEventListener("visibilitychange", leaving);
    const left = (): void => sheet.leave();
    window.addEventListener("pagehide", left);
    window.addEventListener("beforeunload", unsafe);
    return () => {
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("pagehide", left);
      window.removeEventListener("beforeunload", unsafe);
      opened.end();
    };
  }, [core, sheet]);
  // The address goes along with the name, and the text with what came from the file or from another tab.
  useSignalEffect(() => location.replace(`#/editor/${sheet.name.value}`));
  useSignalEffect(() => writing.current?.put(sheet.text.value));

  const go = (to: Place): void => writing.current?.go(to);
  const use = (finding: Finding, words: string): void => writing.current?.replace(finding, words);
  const remove = (): void => void sheet.remove().then((text) => removed(sheet.name.peek(), text), () => void sheet.save());
  return (
    <Screen title={tell("title")} class="editor">
      <header class="bar">
        <a class="button bare" href="#/editor">‹ {tell("back")}</a>
        <div class="of-text"><Heading>{title}</Heading><SavedWord sheet={sheet} /></div>
        <div class="chips">
          <button type="button" class="bare" aria-expanded={open === "more"} onClick={() => show(open === "more" ? "" : "more")}>{tell("more")}</button>
          {folder.place !== "" && <button type="button" class="bare" aria-expanded={open === "record"} onClick={() => show(open === "record" ? "" : "record")}>{tell("record")}</button>}
          <button type="button" class="quiet" onClick={() => void sheet.save()}>{tell("save")}</button>
          <button type="button" class="main" aria-disabled={!written.playable} aria-describedby={written.playable ? undefined : "play-not"} onClick={playHere}>{tell("play")}</button>
        </div>
      </header>
      <Notices sheet={sheet} />
      {open === "more" && (
        <div class="more">
          <Rename key={sheet.name.value} sheet={sheet} done={() => show("")} />
          <div class="chips">
            <button type="button" class="quiet" onClick={() => copyOf(sheet)}>{tell("copy")}</button>
            <button type="button" class="quiet" onClick={remove}>{tell("delete")}</button>
          </div>
        </div>
      )}
      {open === "record" && <Recorder key={here.line} line={here.line} said={core.said(here.line)} close={() => show("")} />}
      <section class="reading" aria-label={tell("reading")}>
        <div class="stage">
          <Figure core={core} at={row ?? null} written={written} />
          {row !== undefined && <span class="of-line" aria-hidden="true">{tell("line")} {row.line}</span>}
        </div>
        <div class="told" tabIndex={0} role="group" aria-label={tell("reading")}>
          <p role="status" class="soft fine">{tell("found", { count: written.findings.length })}</p>
          {!written.playable && <p id="play-not" class="soft fine">{tell("playNot")}</p>}
          <Found findings={written.findings} go={go} use={use} />
          {rows.length === 0 ? <p class="soft">{tell("empty")}</p> : <Rows rows={rows} here={row} go={go} />}
          {written.filled.length > 0 && <><p class="soft">{tell("filled")}</p><ul class="dots soft">{written.filled.map((each) => <li key={each}>{each}</li>)}</ul></>}
          <Length written={written} />
          <p class="soft fine">{tell("keys")}</p>
        </div>
      </section>
      <div class="writing" ref={place} />
    </Screen>
  );
}
