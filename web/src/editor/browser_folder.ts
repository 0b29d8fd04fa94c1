// SPDX-License-Identifier: Apache-2.0
// Exercise files in this browser, for hosts that keep none.
import { type File, type Folder, Refused } from "./folder";
import { kept, newMark } from "./store";

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  return new Refused({ why: error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "failed" });
}

/** Changes files in one transaction; what fails of it changes nothing. */
async function change(expected: Readonly<Record<string, string | null>>, put: Readonly<Record<string, File>>, remove?: string): Promise<void> {
  try {
    const writing = (await kept.open()).transaction("files", "readwrite", { durability: "strict" });
    for (const [name, tag] of Object.entries(expected)) {
      const is = (await writing.store.get(name)) ?? null;
      if ((is?.tag ?? null) !== tag) throw new Refused({ why: "changed", is });
    }
    for (const [name, file] of Object.entries(put)) await writing.store.put(file, name);
    if (remove !== undefined) await writing.store.delete(remove);
    await writing.done;
    await kept.copied();
  } catch (error) {
    throw refusalOf(error);
  }
}

export class BrowserFolder implements Folder {
  readonly place = "";

  async names(): Promise<readonly string[]> {
    return (await kept.open()).getAllKeys("files");
  }

  async open(name: string): Promise<File | null> {
    return (await (await kept.open()).get("files", name)) ?? null;
  }

  async write(name: string, text: string, expect: string | null): Promise<string> {
    const tag = newMark();
    await change({ [name]: expect }, { [name]: { text, tag } });
    return tag;
  }

  async rename(name: string, to: string, expect: string): Promise<string> {
    const file = await this.open(name);
    if (file === null) throw new Refused({ why: "changed", is: null });
    await change({ [name]: expect, [to]: null }, { [to]: file }, name);
    return file.tag;
  }

  async remove(name: string, expect: string): Promise<void> {
    await change({ [name]: expect }, {}, name);
  }
}
