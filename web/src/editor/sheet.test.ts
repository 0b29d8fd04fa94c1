// SPDX-License-Identifier: Apache-2.0
// A text that is being written, against everything that may happen to its file and its draft.
import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { type File, type Folder, freeName, nameForm, nameOf, Refused } from "./folder";
import { type Neighbours, type News, Sheet } from "./sheet";
import { draftNames, draftOf, kept } from "./store";

class Files implements Folder {
  readonly place = "here";
  readonly all = new Map<string, File>();
  broken: "unreachable" | "full" | null = null;
  private tags = 0;

  put(name: string, text: string): string {
    this.tags += 1;
    this.all.set(name, { text, tag: `t${this.tags}` });
    return `t${this.tags}`;
  }

  private expected(name: string, tag: string | null): void {
    if (this.broken !== null) throw new Refused({ why: this.broken });
    const is = this.all.get(name) ?? null;
    if ((is?.tag ?? null) !== tag) throw new Refused({ why: "changed", is });
  }

  async names() {
    return [...this.all.keys()];
  }
  async open(name: string) {
    if (this.broken === "unreachable") throw new Refused({ why: this.broken });
    return this.all.get(name) ?? null;
  }
  async write(name: string, text: string, expect: string | null) {
    this.expected(name, expect);
    return this.put(name, text);
  }
  async rename(name: string, to: string, expect: string) {
    this.expected(name, expect);
    this.expected(to, null);
    const { text } = this.all.get(name)!;
    this.all.delete(name);
    return this.put(to, text);
  }
  async remove(name: string, expect: string) {
    this.expected(name, expect);
    this.all.delete(name);
  }
}

/** Tabs that hear one another, unless `deaf`. */
function tabs(deaf = false): () => Neighbours {
  const listeners = new Set<(news: News) => void>();
  return () => {
    let own: ((news: News) => void) | undefined;
    return {
      tell: (news) => listeners.forEach((hear) => hear !== own && !deaf && hear(news)),
      hear(listener) {
        own = listener;
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
  };
}

let files: Files;
let tab: () => Neighbours;
beforeEach(async () => {
  files = new Files();
  tab = tabs();
  await (await kept.open()).clear("drafts");
});
const open = async (name = "wave"): Promise<Sheet> => (await Sheet.open(files, tab(), name))!;

test("a text becomes a draft at a pause, and a file when it is saved", async () => {
  await Sheet.begin("wave", "one");
  const sheet = await open();
  sheet.write("two");
  expect(sheet.saved.value).toBe("draft");
  await sheet.flush();
  expect((await draftOf("wave"))?.text).toBe("two");
  await sheet.save();
  expect(files.all.get("wave")?.text).toBe("two");
  expect(sheet.saved.value).toBe("saved");
  expect(await draftNames()).toEqual([]);
});

test("a text that was never saved is there again", async () => {
  files.put("wave", "one");
  const before = await open();
  before.write("two");
  await before.flush();
  const after = await open();
  expect(after.text.value).toBe("two");
  expect(after.saved.value).toBe("draft");
  await after.save();
  expect(files.all.get("wave")?.text).toBe("two");
});

test.each(["unreachable", "full"] as const)("a folder that is %s refuses, and the draft stays", async (why) => {
  files.put("wave", "one");
  const sheet = await open();
  files.broken = why;
  sheet.write("two");
  await sheet.save();
  expect(sheet.refused.value).toBe(why);
  expect((await draftOf("wave"))?.text).toBe("two");
  files.broken = null;
  await sheet.save();
  expect(sheet.refused.value).toBeNull();
  expect(files.all.get("wave")?.text).toBe("two");
});

test("a draft opens while the folder is unreachable", async () => {
  await Sheet.begin("wave", "mine");
  files.broken = "unreachable";
  expect((await open()).text.value).toBe("mine");
  await expect(open("another")).rejects.toBeInstanceOf(Refused);
});

test("a file that changed meanwhile is shown and not written over; the text goes on aside, or over it on purpose", async () => {
  files.put("wave", "one");
  const sheet = await open();
  files.put("wave", "theirs");
  sheet.write("mine");
  await sheet.save();
  expect(files.all.get("wave")?.text).toBe("theirs");
  expect(sheet.theirs.value?.text).toBe("theirs");
  await sheet.save();
  expect(files.all.get("wave")?.text).toBe("theirs");
  const again = await open();
  expect(again.theirs.value?.text).toBe("theirs");
  expect(await again.takeTheirs()).toBe("wave-2");
  expect(again.text.value).toBe("theirs");
  expect((await draftOf("wave-2"))?.text).toBe("mine");
  again.write("over");
  files.put("wave", "once more");
  await again.save();
  await again.saveOver();
  expect(files.all.get("wave")?.text).toBe("over");
});

test("a file that changed to the very same text is no conflict", async () => {
  files.put("wave", "one");
  const sheet = await open();
  sheet.write("two");
  files.put("wave", "two");
  await sheet.save();
  expect(sheet.theirs.value).toBeNull();
});

test("two tabs show the same text", async () => {
  files.put("wave", "one");
  const [first, second] = [await open(), await open()];
  expect([first.alsoInAnotherTab.value, second.alsoInAnotherTab.value]).toEqual([true, true]);
  first.write("two");
  await first.flush();
  expect(second.text.value).toBe("two");
  second.write("three");
  await second.save();
  expect([first.text.value, first.saved.value, second.saved.value]).toEqual(["three", "saved", "saved"]);
  first.write("four");
  await first.save();
  expect(files.all.get("wave")?.text).toBe("four");
});

test("a tab that is closed is no longer told of, one that stays is", async () => {
  files.put("wave", "one");
  const [first, second, third] = [await open(), await open(), await open()];
  third.close();
  expect(first.alsoInAnotherTab.value).toBe(true);
  second.close();
  expect(first.alsoInAnotherTab.value).toBe(false);
});

test("two tabs that write at the same moment keep both texts", async () => {
  tab = tabs(true);
  files.put("wave", "one");
  const [first, second] = [await open(), await open()];
  first.write("first");
  second.write("second");
  await Promise.all([first.flush(), second.flush()]);
  const kept = await Promise.all((await draftNames()).map(draftOf));
  expect(kept.map((draft) => draft?.text).sort()).toEqual(["first", "second"]);
  expect([first, second].map((sheet) => sheet.parted.value).filter(Boolean)).toEqual(["wave"]);
});

test("another name takes file and draft along, and no name that is taken", async () => {
  files.put("wave", "one");
  files.put("taken", "other");
  await Sheet.begin("draft-only", "x");
  const sheet = await open();
  sheet.write("two");
  await expect(sheet.rename("taken")).rejects.toBeInstanceOf(Refused);
  await expect(sheet.rename("draft-only")).rejects.toBeInstanceOf(Refused);
  expect(sheet.name.value).toBe("wave");
  await sheet.rename("tide");
  expect([...files.all.keys()].sort()).toEqual(["taken", "tide"]);
  expect((await draftOf("tide"))?.text).toBe("two");
  expect(await draftOf("wave")).toBeUndefined();
  await sheet.save();
  expect(files.all.get("tide")?.text).toBe("two");
});

test("what is removed is given back", async () => {
  files.put("wave", "one");
  const sheet = await open();
  sheet.write("two");
  expect(await sheet.remove()).toBe("two");
  expect(files.all.size).toBe(0);
  expect(await draftNames()).toEqual([]);
});

test("names are such that a folder takes them", () => {
  expect(["Évening: a wave!", "…", "A".repeat(200), "-x-"].map(nameOf)).toEqual(["evening-a-wave", "exercise", "a".repeat(60), "x"]);
  for (const name of ["../a", "a/b", ".a", "-a", "", "a".repeat(65), "A", "a b"]) expect(name).not.toMatch(nameForm);
  expect(freeName("wave", ["wave", "wave-2"])).toBe("wave-3");
});
