// SPDX-License-Identifier: Apache-2.0
// The diary that is open in this page: what is on the shelf, as entries; locked or not.
import { signal } from "@preact/signals";
import { type Entry, formVersion, newestFirst } from "./entry";
import { entryFromText, entryToText } from "./file";
import { makeLock, openLock, seal, unseal } from "./lock";
import { type Changes, type Shelf, ShelfError, type Trouble } from "./shelf";

export type State = "opening" | "locked" | "open" | Trouble;

/** Tells the other tabs of this browser that something was written, and hears it from them. */
export interface Neighbours {
  tell(): void;
  hear(changed: () => void): void;
}

/** Beside the entries two texts stand on the shelf: the version of their form, and the lock where there is one. */
const versionName = "form";
const lockName = "lock";

const isChanged = (error: unknown): boolean => error instanceof ShelfError && error.trouble === "changed";

/** Those of the same name are taken the place of. */
function withThese(entries: readonly Entry[], these: readonly Entry[]): Entry[] {
  const again = new Set(these.map(({ id }) => id));
  return [...entries.filter(({ id }) => !again.has(id)), ...these];
}

export class Diary {
  readonly state = signal<State>("opening");
  /** Newest first. */
  readonly entries = signal<readonly Entry[]>([]);
  readonly hasLock = signal(false);
  /** How many texts on the shelf are no entries. They are left alone. */
  readonly unreadable = signal(0);
  /** What is not on the shelf yet: written while the diary was locked, or while the shelf did not take it. */
  readonly waiting = signal<readonly Entry[]>([]);

  private lock: string | null = null;
  private version: string | null = null;
  private key: CryptoKey | null = null;
  private atWork: Promise<unknown> = Promise.resolve();

  /** `again_ms`: after so long, what a shelf did not take is brought to it again. */
  constructor(
    private readonly shelf: Shelf,
    private readonly neighbours?: Neighbours,
    private readonly again_ms = 5000,
  ) {
    neighbours?.hear(() => void this.load());
  }

  /** One thing after another: nothing reads between the halves of another's work. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.atWork.then(work);
    this.atWork = turn.catch(() => undefined);
    return turn;
  }

  /** Never rejects: what went wrong is the state. */
  load(): Promise<void> {
    return this.inTurn(() => this.read());
  }

  private async read(): Promise<void> {
    try {
      const texts = await this.shelf.all();
      const lock = texts.get(lockName) ?? null;
      this.version = texts.get(versionName) ?? null;
      const version = Number(this.version ?? formVersion);
      if (!(version <= formVersion)) throw new ShelfError("newer");
      if (lock !== this.lock) this.key = null;
      this.lock = lock;
      this.hasLock.value = lock !== null;
      if (lock !== null && this.key === null) return this.hide("locked");
      texts.delete(lockName);
      texts.delete(versionName);
      await this.take(texts, version);
    } catch (error) {
      this.hide(error instanceof ShelfError ? error.trouble : "blocked");
    }
  }

  private hide(state: State): void {
    this.entries.value = [];
    this.state.value = state;
  }

  private async take(texts: ReadonlyMap<string, string>, version: number): Promise<void> {
    const { key } = this;
    // What was written in the very moment in which the lock was set is not sealed, and not lost.
    const plain = key === null ? [...texts.values()] : await Promise.all([...texts].map(([name, text]) => unseal(key, name, text).catch(() => text)));
    const entries = plain.map((text) => entryFromText(text, version)).filter((each) => each !== null);
    this.unreadable.value = plain.length - entries.length;
    this.entries.value = entries.sort(newestFirst);
    this.state.value = "open";
  }

  /** What is to be written for these entries, sealed if there is a lock. */
  private async texts(entries: readonly Entry[], key: CryptoKey | null): Promise<Map<string, string>> {
    const out = new Map([[versionName, String(formVersion)]]);
    const written = entries.map(async (each): Promise<[string, string]> => {
      const text = entryToText(each);
      return [each.id, key === null ? text : await seal(key, each.id, text)];
    });
    for (const [name, text] of await Promise.all(written)) out.set(name, text);
    return out;
  }

  /** Of another window that has set a lock, or is newer, nothing is written over. */
  private get unchanged(): ReadonlyMap<string, string | null> {
    return new Map([[lockName, this.lock], [versionName, this.version]]);
  }

  private async written(): Promise<void> {
    this.neighbours?.tell();
    await this.read();
  }

  put(...entries: readonly Entry[]): Promise<void> {
    return this.putAll(entries);
  }

  /** Resolves when the entries are kept. Of a locked diary they wait for it to be opened: see `waiting`. */
  putAll(entries: readonly Entry[]): Promise<void> {
    return this.inTurn(async () => {
      if (this.state.value !== "open") await this.read();
      if (await this.putHere(entries)) return;
      if (!(await this.putHere(entries))) throw new ShelfError("changed");
    });
  }

  /** As `put`; but what the shelf does not take waits in this window, and is brought to it again until it is kept. */
  async keep(entry: Entry): Promise<void> {
    try {
      await this.put(entry);
      this.waiting.value = this.state.peek() === "locked" ? this.waiting.peek() : this.waiting.peek().filter(({ id }) => id !== entry.id);
    } catch (error) {
      this.waiting.value = withThese(this.waiting.peek(), [entry]);
      this.trySoon();
      throw error;
    }
  }

  private trySoon(): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.keepWaiting().catch(() => this.trySoon()), this.again_ms);
  }
  private again: ReturnType<typeof setTimeout> | undefined;

  private async keepWaiting(): Promise<void> {
    const waiting = this.waiting.peek();
    if (waiting.length === 0) return;
    await this.put(...waiting);
    if (this.state.peek() !== "locked") this.waiting.value = this.waiting.peek().filter((each) => !waiting.includes(each));
  }

  /** Everything that this window knows of: on the shelf, and waiting for it. Empty of a locked diary but for what waits. */
  get known(): readonly Entry[] {
    return withThese(this.entries.value, this.waiting.value);
  }

  /** Writes, unless another window has changed what must not be written over: then that is read, and she may try again. */
  private async write(changes: Omit<Changes, "expect">): Promise<void> {
    try {
      await this.shelf.write({ ...changes, expect: this.unchanged });
    } catch (error) {
      if (isChanged(error)) await this.read();
      throw error;
    }
  }

  /** False where another window was first. */
  private async putHere(entries: readonly Entry[]): Promise<boolean> {
    if (this.state.value === "locked") {
      this.waiting.value = withThese(this.waiting.value, entries);
      return true;
    }
    if (this.state.value !== "open") throw new ShelfError(this.state.value === "opening" ? "blocked" : this.state.value);
    try {
      // A shelf has one form: what stands there in an older one is written anew with the first change.
      const older = Number(this.version ?? formVersion) < formVersion;
      await this.write({ put: await this.texts(older ? withThese(this.entries.value, entries) : entries, this.key) });
    } catch (error) {
      if (isChanged(error)) return false;
      throw error;
    }
    this.neighbours?.tell();
    this.version = String(formVersion);
    this.entries.value = withThese(this.entries.value, entries).sort(newestFirst);
    return true;
  }

  remove(...ids: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      await this.write({ remove: ids });
      await this.written();
    });
  }

  /** False where the passphrase is another one. */
  async unlock(passphrase: string): Promise<boolean> {
    const opened = await this.inTurn(async () => {
      if (this.lock === null) return true;
      this.key = await openLock(this.lock, passphrase);
      if (this.key !== null) await this.read();
      return this.key !== null;
    });
    if (opened) await this.keepWaiting();
    return opened;
  }

  /** What another browser has put on the shelf meanwhile belongs to it; a lock that was set there is not this window's to change. */
  private async readOpen(): Promise<void> {
    await this.read();
    if (this.state.value !== "open") throw new ShelfError("changed");
  }

  /** A lock over everything, in one step; or a new passphrase. */
  setLock(passphrase: string): Promise<void> {
    return this.inTurn(async () => {
      const { lock, key } = await makeLock(passphrase);
      await this.readOpen();
      const put = await this.texts(this.entries.value, key);
      await this.write({ put: put.set(lockName, lock) });
      [this.lock, this.key] = [lock, key];
      await this.written();
    });
  }

  removeLock(): Promise<void> {
    return this.inTurn(async () => {
      await this.readOpen();
      await this.write({ put: await this.texts(this.entries.value, null), remove: [lockName] });
      [this.lock, this.key] = [null, null];
      await this.written();
    });
  }

  /** Closes it again in this tab. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      if (this.lock === null) return;
      this.key = null;
      this.hide("locked");
    });
  }

  /** Everything is gone; what is written later begins anew. */
  destroy(): Promise<void> {
    return this.inTurn(async () => {
      await this.shelf.destroy();
      [this.lock, this.version, this.key, this.waiting.value] = [null, null, null, []];
      [this.hasLock.value, this.unreadable.value] = [false, 0];
      this.hide("open"); // to look would set the shelf up again
      this.neighbours?.tell();
    });
  }
}
