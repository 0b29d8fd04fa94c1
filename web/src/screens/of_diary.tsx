// SPDX-License-Identifier: Apache-2.0
// The screens of the diary, which are fetched together.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Diary as OpenDiary } from "../diary/diary";
import type { Entry } from "../diary/entry";
import { Activities } from "./activities";
import { Diary, type Removed } from "./diary";
import { EntryScreen } from "./entry";
import { Impression } from "./impression";
import { Keep } from "./keep";

const removed = signal<Removed | null>(null);

/** It can be put back as long as she stays with the diary. */
function rememberRemoved(diary: OpenDiary, entry: Entry): void {
  const again = (): void => void diary.put(entry).then(() => (removed.value = null), console.error);
  removed.value = { entry, again };
}

/** Comes after the entry that was deleted, and is left for any other screen. */
function Days({ diary }: { readonly diary: OpenDiary }) {
  useEffect(() => () => void (removed.value = null), []);
  return <Diary key={removed.value?.entry.id} diary={diary} removed={removed.value} />;
}

interface Props {
  readonly diary: OpenDiary;
  readonly screen: "diary" | "entry" | "activities" | "impression" | "keep";
  /** Of the entry. */
  readonly name: string;
}

export function DiaryScreen({ diary, screen, name }: Props) {
  switch (screen) {
    case "entry": return <EntryScreen key={name} diary={diary} name={name} removed={(entry) => rememberRemoved(diary, entry)} />;
    case "activities": return <Activities diary={diary} />;
    case "impression": return <Impression diary={diary} />;
    case "keep": return <Keep diary={diary} />;
    case "diary": return <Days diary={diary} />;
  }
}
