// SPDX-License-Identifier: Apache-2.0
// The shelf of the page: IndexedDB.
import { deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { type Changes, type Shelf, ShelfError } from "./shelf";

/** What brings a database from version i to i + 1, in their order. Those that are published are never changed. */
export type Upgrade = (database: IDBPDatabase) => void;
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
  private opened: Promise<IDBPDatabase> | undefined;

  constructor(
    private readonly name = "supple",
    private readonly steps: readonly Upgrade[] = upgrades,
  ) {}

  private open(): Promise<IDBPDatabase> {
    this.opened ??= openDB(this.name, this.steps.length, {
      upgrade: (database, from) => this.steps.slice(from).forEach((step) => step(database)),
      // Another tab deletes everything, or is newer: this one lets go, and opens again when it next has to.
      blocking: () => this.close(),
      terminated: () => (this.opened = undefined),
    }).catch((error: unknown) => {
      this.opened = undefined;
      throw troubleOf(error);
    });
    return this.opened;
  }

  /** Lets go of the database. */
  close(): void {
    void this.opened?.then((database) => database.close(), () => undefined);
    this.opened = undefined;
  }

  async all(): Promise<Map<string, string>> {
    const database = await this.open();
    try {
      const reading = database.transaction(store);
      const [names, texts] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      return new Map(names.map((name, i) => [String(name), String(texts[i])]));
    } catch (error) {
      throw troubleOf(error);
    }
  }

  async write(changes: Changes): Promise<void> {
    const database = await this.open();
    let writing: Writing | undefined;
    try {
      writing = database.transaction([store], "readwrite", { durability: "strict" });
      await change(writing, changes);
    } catch (error) {
      if (writing !== undefined) takeBack(writing);
      throw troubleOf(error);
    }
  }

  async destroy(): Promise<void> {
    await this.write({ clear: true }); // so that it is gone too where another tab keeps the database open
    this.close();
    try {
      await deleteDB(this.name);
    } catch (error) {
      throw troubleOf(error);
    }
  }
}
