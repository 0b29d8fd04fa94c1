// SPDX-License-Identifier: Apache-2.0
// In place of a diary that is not open: why, and how to open it.
import { useState } from "preact/hooks";
import type { Diary } from "../diary/diary";
import { ShelfError } from "../diary/shelf";
import { say } from "../words/say";

/** Why something was not kept. */
export function Trouble({ of: error }: { readonly of: unknown }) {
  if (error === null || error === undefined) return null;
  return <p class="notice" role="alert">{say(`trouble.${error instanceof ShelfError ? error.trouble : "blocked"}`)}</p>;
}

/** That what ended is not in the diary yet, and why. */
export function Waiting({ diary }: { readonly diary: Diary }) {
  if (diary.waiting.value.length === 0) return null;
  const state = diary.state.value;
  const what = state === "locked" ? "after.waits" : state === "blocked" || state === "newer" ? "after.lost" : "after.unkept";
  return <p class="soft fine kept" role="status">{say(what)} <a href="#/diary">{say("nav.diary")}</a></p>;
}

interface PassphraseProps {
  readonly name: string;
  readonly fresh?: boolean;
  readonly value: string;
  readonly type: (value: string) => void;
}

export const Passphrase = ({ name, fresh = false, value, type }: PassphraseProps) => (
  <label class="field small">
    <span>{name}</span>
    <input type="password" autocomplete={fresh ? "new-password" : "current-password"} value={value} onInput={(event) => type(event.currentTarget.value)} />
  </label>
);

function Locked({ diary }: { readonly diary: Diary }) {
  const [typed, type] = useState("");
  const [wrong, tell] = useState(false);
  const [trouble, fail] = useState<unknown>(null);
  const open = (event: Event): void => {
    event.preventDefault();
    tell(false);
    diary.unlock(typed).then((opened) => tell(!opened), fail);
  };
  return (
    <form class="stack" onSubmit={open}>
      <h2>{say("lock.title")}</h2>
      {diary.waiting.value.length > 0 && <p>{say("after.waits")}</p>}
      <Passphrase name={say("keep.lockField")} value={typed} type={type} />
      <button class="main">{say("lock.open")}</button>
      <div role="status">{wrong && <p class="notice">{say("lock.wrong")}</p>}</div>
      <Trouble of={trouble} />
    </form>
  );
}

export function Unlock({ diary }: { readonly diary: Diary }) {
  const state = diary.state.value;
  if (state === "locked") return <Locked diary={diary} />;
  if (state === "opening" || state === "open") return <p class="soft">{say("diary.opening")}</p>;
  return <Trouble of={new ShelfError(state)} />;
}
