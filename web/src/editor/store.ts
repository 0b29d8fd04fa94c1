// SPDX-License-Identifier: Apache-2.0
// What the editor keeps in this browser: drafts of every text that is being written, what was deleted last, and, where no
// server keeps them, the files themselves. All of it has a second copy.
import type { DBSchema } from "idb";
import { Kept } from "../kept/kept";
import type { File } from "./folder";

/** A text that is not saved yet. */
export interface Draft {
  readonly text: string;
  /** The tag of the file that it was begun from; null: of none. */
  readonly base: string | null;
  /** Another one whenever it was kept. */
  readonly mark: string;
}

/** What was deleted last. */
export interface Removed {
  readonly name: string;
  readonly text: string;
}

interface Stores extends DBSchema {
  drafts: { key: string; value: Draft };
  files: { key: string; value: File };
  removed: { key: "last"; value: Removed };
}

export const kept = new Kept<Stores>("supple.editor", [
  (database) => {
    for (const name of ["drafts", "files", "removed"] as const) database.createObjectStore(name);
  },
]);

export const newMark = (): string => crypto.randomUUID();

export const draftOf = async (name: string): Promise<Draft | undefined> => (await kept.open()).get("drafts", name);

export const draftNames = async (): Promise<readonly string[]> => (await kept.open()).getAllKeys("drafts");

/**
 * Keeps a draft in the place of the one with the mark `before` (null: of none), or drops it (null). Nothing happens, and false
 * is given, where it is another one: another tab has kept one since.
 */
export async function keep(name: string, draft: Draft | null, before: string | null): Promise<boolean> {
  const writing = (await kept.open()).transaction("drafts", "readwrite", { durability: "strict" });
  const there = await writing.store.get(name);
  if ((there?.mark ?? null) !== before) return false;
  await (draft === null ? writing.store.delete(name) : writing.store.put(draft, name));
  await writing.done;
  await kept.copied();
  return true;
}

export const lastRemoved = async (): Promise<Removed | null> => (await (await kept.open()).get("removed", "last")) ?? null;

/** Keeps it for an undo, in the place of what was deleted before; null: nothing. */
export async function keepRemoved(removed: Removed | null): Promise<void> {
  const database = await kept.open();
  await (removed === null ? database.delete("removed", "last") : database.put("removed", removed, "last"));
  await kept.copied();
}
