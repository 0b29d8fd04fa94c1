// SPDX-License-Identifier: Apache-2.0
// The shelf of the page: IndexedDB, with a second copy.
import type { IDBPTransaction } from "idb";
import { Kept, type Upgrade } from "../kept/kept";
import { type Changes, type Shelf, ShelfError } from "./shelf";

const store = "entries";
const upgrades: readonly Upgrade[] = [(database) => void database.createObjectStore(store)];

function troubleOf(error: unknown): ShelfError {
  if (error instanceof ShelfError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  if (name === "VersionError") return new ShelfError("newer", { cause: error });
  if (name === "QuotaExceededError") return new ShelfError("full", { cause: error });
  return new ShelfError("blocked", { cause: error });
}

type Writing = IDBPTransaction<unknown, [typeof store], "readwrite">;

/** Asks for all the changes; whatever fails of them takes the whole transaction back. */
async function change(writing: Writing, { clear, put, remove, expect }: Changes): Promise<void> {
  for (const [name, text] of expect ?? []) if (((await writing.store.get(name)) ?? null) !== text) throw new ShelfError("changed");
  const asked = (request: Promise<unknown>): void => void request.catch(() => undefined); // `done` says it too
  if (clear) asked(writing.store.clear());
  for (const name of remove ?? []) asked(writing.store.delete(name));
  for (const [name, text] of put ?? []) asked(writing.store.put(text, name));
  await writing.done;
}

/** So that nothing happens of what failed before the browser itself would notice. */
function takeBack(writing: Writing): void {
  writing.done.catch(() => undefined);
  try {
    writing.abort();
  } catch {
    // It is over already.
  }
}

export class PageShelf implements Shelf {
  private readonly kept: Kept;
  private looked = false;

  constructor(name = "supple", steps: readonly Upgrade[] = upgrades) {
    this.kept = new Kept(name, steps);
  }

  /** Lets go of the database. */
  close(): void {
    this.kept.close();
  }

  async all(): Promise<Map<string, string>> {
    try {
      const reading = (await this.kept.open()).transaction(store);
      const [names, texts] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      this.copyOnce();
      return new Map(names.map((name, i) => [String(name), String(texts[i])]));
    } catch (error) {
      throw troubleOf(error);
    }
  }

  /** What an earlier visit left without its copy, as when the browser was killed between the two. */
  private copyOnce(): void {
    if (!this.looked) void this.kept.copied();
    this.looked = true;
  }

  async write(changes: Changes): Promise<void> {
    let writing: Writing | undefined;
    try {
      writing = (await this.kept.open()).transaction([store], "readwrite", { durability: "strict" });
      await change(writing, changes);
      await this.kept.copied();
    } catch (error) {
      if (writing !== undefined) takeBack(writing);
      throw troubleOf(error);
    }
  }

  async destroy(): Promise<void> {
    try {
      await this.kept.destroy();
    } catch (error) {
      throw troubleOf(error);
    }
  }
}
