// SPDX-License-Identifier: Apache-2.0
// A database of this page (IndexedDB), and a second copy of it. Chromium that was killed while it wrote may find its own log of all
// databases damaged, and deletes them, with what was kept long before (docs/diary.md); the copy then fills the new one.
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { type Files, SecondCopy } from "./second_copy";

/** What brings a database from version i to i + 1, in their order. Those that are published are never changed. */
export type Upgrade<Stores extends DBSchema | unknown = unknown> = (database: IDBPDatabase<Stores>) => void;

/** All that stands in a database: of each store, the values by their keys. What is kept is what JSON can say. */
interface Everything {
  readonly version: number;
  readonly stores: Readonly<Record<string, readonly (readonly [string, unknown])[]>>;
}

async function everythingIn(database: IDBPDatabase): Promise<Everything> {
  const reading = database.transaction([...database.objectStoreNames]);
  const read = async (name: string): Promise<[string, [string, unknown][]]> => {
    const store = reading.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return [name, keys.map((key, i) => [String(key), values[i]])];
  };
  return { version: database.version, stores: Object.fromEntries(await Promise.all([...database.objectStoreNames].map(read))) };
}

async function isEmpty(database: IDBPDatabase): Promise<boolean> {
  const reading = database.transaction([...database.objectStoreNames]);
  const counts = await Promise.all([...database.objectStoreNames].map((name) => reading.objectStore(name).count()));
  return counts.every((count) => count === 0);
}

/** At once, or not at all. */
async function fill(database: IDBPDatabase, { version, stores }: Everything): Promise<void> {
  if (version > database.version) throw new DOMException("The copy is of a newer version", "VersionError");
  const writing = database.transaction([...database.objectStoreNames], "readwrite", { durability: "strict" });
  for (const [name, entries] of Object.entries(stores)) for (const [key, value] of entries) void writing.objectStore(name).put(value, key);
  await writing.done;
}

async function fillFrom(files: Files | null, database: IDBPDatabase): Promise<void> {
  const text = (await files?.read()) ?? null;
  if (text !== null && (await isEmpty(database))) await fill(database, JSON.parse(text) as Everything);
}

/** Everything goes, at once. */
async function clear(database: IDBPDatabase): Promise<void> {
  const writing = database.transaction([...database.objectStoreNames], "readwrite", { durability: "strict" });
  for (const name of database.objectStoreNames) void writing.objectStore(name).clear();
  await writing.done;
}

async function bringUpToDate(files: Files, database: IDBPDatabase): Promise<void> {
  try {
    if (await isEmpty(database)) return await files.remove();
    const text = JSON.stringify(await everythingIn(database));
    if (text !== (await files.read())) await files.write(text);
  } catch (error) {
    await files.remove();
    throw error;
  }
}

export class Kept<Stores extends DBSchema | unknown = unknown> {
  private opened: Promise<IDBPDatabase<Stores>> | undefined;
  private readonly copy: SecondCopy;

  constructor(
    private readonly name: string,
    private readonly steps: readonly Upgrade<Stores>[],
  ) {
    this.copy = new SecondCopy(name);
  }

  /** Opened once; again where the browser took it away, or where another tab deletes it. Filled from the copy where it is empty. */
  open(): Promise<IDBPDatabase<Stores>> {
    this.opened ??= this.openFilled().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  private async openFilled(): Promise<IDBPDatabase<Stores>> {
    const database = await this.connect();
    const any = database as unknown as IDBPDatabase;
    try {
      if (await isEmpty(any)) await this.copy.alone((files) => fillFrom(files, any));
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  }

  private connect(): Promise<IDBPDatabase<Stores>> {
    return openDB<Stores>(this.name, this.steps.length, {
      upgrade: (database, from) => this.steps.slice(from).forEach((step) => step(database)),
      // Another tab deletes everything, or is newer: this one lets go, and opens again when it next has to.
      blocking: (_is, _wanted, event) => {
        (event.target as IDBDatabase).close();
        this.opened = undefined;
      },
      terminated: () => (this.opened = undefined),
    });
  }

  /** Lets go of the database. */
  close(): void {
    void this.opened?.then((database) => database.close(), () => undefined);
    this.opened = undefined;
  }

  /**
   * Resolves when the copy is what the database is: asked after every change, before it is said to be kept. Never rejects: where the
   * copy cannot be written (a full disk), there is none rather than an old one, and what is kept is kept all the same.
   */
  async copied(): Promise<void> {
    try {
      const database = (await this.open()) as unknown as IDBPDatabase;
      await this.copy.alone((files) => (files === null ? Promise.resolve() : bringUpToDate(files, database)));
    } catch (error) {
      console.warn(error);
    }
  }

  /** Nothing is left, in no tab. The copy goes first, so that nothing comes back of what was deleted. */
  async destroy(): Promise<void> {
    await this.copy.alone(async (files) => {
      await files?.remove();
      const database = (await this.connect()) as unknown as IDBPDatabase;
      await clear(database); // so that it is gone too where another tab keeps the database open
      database.close();
      this.close();
      await deleteDB(this.name);
    });
  }
}
