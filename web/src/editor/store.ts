// SPDX-License-Identifier: Apache-2.0
// What the editor keeps in this browser: drafts of every text that is being written, what was deleted last, and, where no
// server keeps them, the files themselves.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { File } from "./folder";

/** A text that is not saved yet. */
export interface Draft {
  readonly text: string;
  /** The tag of the file that it was begun from; null: of none. */
  readonly base: string | null;
  /** Another one whenever it was kept. */
  readonly mark: string;
}

interface Stores extends DBSchema {
  drafts: { key: string; value: Draft };
  files: { key: string; value: File };
  removed: { key: "last"; value: { readonly name: string; readonly text: string } };
}

export const storeName = "supple.editor";

let opened: Promise<IDBPDatabase<Stores>> | undefined;

/** Opened once; again where the browser took it away, or where another tab deletes it. */
export function store(): Promise<IDBPDatabase<Stores>> {
  const letGo = (): void => {
    void opened?.then((database) => database.close());
    opened = undefined;
  };
  opened ??= openDB<Stores>(storeName, 1, {
    upgrade(database) {
      for (const name of ["drafts", "files", "removed"] as const) database.createObjectStore(name);
    },
    blocking: letGo,
    terminated: () => (opened = undefined),
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

export const newMark = (): string => crypto.randomUUID();

export const draftOf = async (name: string): Promise<Draft | undefined> => (await store()).get("drafts", name);

export const draftNames = async (): Promise<readonly string[]> => (await store()).getAllKeys("drafts");

/**
 * Keeps a draft in the place of the one with the mark `before` (null: of none), or drops it (null). Nothing happens, and false
 * is given, where it is another one: another tab has kept one since.
 */
export async function keep(name: string, draft: Draft | null, before: string | null): Promise<boolean> {
  const writing = (await store()).transaction("drafts", "readwrite", { durability: "strict" });
  const there = await writing.store.get(name);
  if ((there?.mark ?? null) !== before) return false;
  await (draft === null ? writing.store.delete(name) : writing.store.put(draft, name));
  await writing.done;
  return true;
}
