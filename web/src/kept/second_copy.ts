// SPDX-License-Identifier: Apache-2.0
// A second copy of a database, as a text in the private files of this page's origin. No browser that has none, and no window of it that
// gives none, is worse off than without.

/** The files at hand, null where there are none: an old browser, a private window, a page that did not come over a safe way. */
async function privateFiles(): Promise<FileSystemDirectoryHandle | null> {
  const able = typeof FileSystemFileHandle !== "undefined" && "createWritable" in FileSystemFileHandle.prototype && "locks" in navigator;
  return able ? navigator.storage.getDirectory().catch(() => null) : null;
}

/** What is missing is nothing; all else stays an error. */
const orNull = (error: unknown): null => {
  if (error instanceof DOMException && error.name === "NotFoundError") return null;
  throw error;
};

const file = "copy.json";

// Each copy has a folder of its own, named by a number that grows, and the folders before it go once it is whole: what a killed browser
// leaves of a copy by half lies in a folder that goes with the next one.
async function numbersIn(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const numbers: number[] = [];
  for await (const name of folder.keys()) numbers.push(Number(name));
  return numbers.sort((a, b) => b - a);
}

const isWhole = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

export class SecondCopy {
  constructor(private readonly name: string) {}

  /** Does `work` while nothing else in this browser reads, writes or removes this copy. `work` is given null where there are no files. */
  alone<Value>(work: (files: Files | null) => Promise<Value>): Promise<Value> {
    return privateFiles().then((root) => {
      if (root === null) return work(null);
      return navigator.locks.request(`${this.name} copy`, () => work(new Files(root, this.name))) as Promise<Value>;
    });
  }
}

/** The copy, while nothing else touches it. */
export class Files {
  constructor(
    private readonly root: FileSystemDirectoryHandle,
    private readonly name: string,
  ) {}

  /** The last text that was written whole, null where there is none. A text is JSON. */
  async read(): Promise<string | null> {
    const folder = await this.root.getDirectoryHandle(this.name).catch(orNull);
    if (folder === null) return null;
    for (const number of await numbersIn(folder)) {
      const copy = await (await folder.getDirectoryHandle(String(number))).getFileHandle(file).catch(orNull);
      const text = copy === null ? "" : await (await copy.getFile()).text();
      if (isWhole(text)) return text;
    }
    return null;
  }

  /** Puts this text, which is JSON, in the place of what was there. */
  async write(text: string): Promise<void> {
    const folder = await this.root.getDirectoryHandle(this.name, { create: true });
    const before = await numbersIn(folder);
    const own = await folder.getDirectoryHandle(String((before[0] ?? 0) + 1), { create: true });
    const writing = await (await own.getFileHandle(file, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
    for (const number of before) await folder.removeEntry(String(number), { recursive: true });
  }

  async remove(): Promise<void> {
    await this.root.removeEntry(this.name, { recursive: true }).catch(orNull);
  }
}
