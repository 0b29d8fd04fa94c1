// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import type { Said } from "../core/written";
import { type Recording, startRecording, type Trouble, Untold } from "./recording";
import { record, recorded, unrecord } from "./server_folder";
import { tell } from "./words/words";

interface CueProps {
  readonly cue: Said;
  readonly has: boolean;
  readonly changed: () => Promise<void>;
}

const troubles = { deaf: "recordDeaf", silent: "recordSilent", failed: "recordFailed" } as const;

function Cue({ cue: { text, clip }, has, changed }: CueProps) {
  const recording = useRef<Recording | null>(null);
  const [running, run] = useState(false);
  const [trouble, fail] = useState<Trouble | null>(null);
  useEffect(() => () => recording.current?.cancel(), []);
  const failed = (error: unknown): void => {
    run(false);
    fail(error instanceof Untold ? error.trouble : "failed");
  };
  const begin = async (): Promise<void> => {
    fail(null);
    recording.current = await startRecording();
    run(true);
  };
  const end = async (): Promise<void> => {
    const sound = await recording.current!.end();
    run(false);
    await record(clip, sound);
    await changed();
  };
  const hear = (): void => void new Audio(`desk/recordings/${clip}.wav?${Date.now()}`).play().catch(failed);
  return (
    <li>
      <p class="cue-text">{text} <span class="soft fine" role="status">{running ? tell("recordNow") : has ? tell("recordHas") : ""}</span></p>
      <div class="chips">
        <button type="button" class={running ? "main" : "quiet"} onClick={() => void (running ? end() : begin()).catch(failed)}>{tell(running ? "recordStop" : has ? "recordAgain" : "recordStart")}</button>
        {has && !running && <button type="button" class="quiet" onClick={hear}>{tell("recordHear")}</button>}
        {has && !running && <button type="button" class="bare" onClick={() => void unrecord(clip).then(changed).catch(failed)}>{tell("recordDrop")}</button>}
      </div>
      <div role="status">{trouble !== null && <p class="notice">{tell(troubles[trouble])}</p>}</div>
    </li>
  );
}

/** The cues of one line, each to be recorded. */
export function Recorder({ line, said, close }: { readonly line: number; readonly said: readonly Said[]; readonly close: () => void }) {
  const [clips, know] = useState<readonly string[]>([]);
  const look = async (): Promise<void> => know(await recorded());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    look().catch(console.warn);
  }, []);
  return (
    <section class="recorder" aria-labelledby="recorder">
      <h2 id="recorder" ref={heading} tabIndex={-1}>{tell("record")}</h2>
      <p class="soft">{said.length === 0 ? tell("recordNone") : tell("recordLead", { line })}</p>
      <ul class="stack">{said.map((cue) => <Cue key={cue.clip} cue={cue} has={clips.includes(cue.clip)} changed={look} />)}</ul>
      <button type="button" class="bare" onClick={close}>{tell("close")}</button>
    </section>
  );
}
