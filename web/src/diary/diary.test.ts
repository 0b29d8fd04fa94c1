// SPDX-License-Identifier: Apache-2.0
import "fake-indexeddb/auto";
import fc from "fast-check";
import { openDB } from "idb";
import { expect, test } from "vitest";
import { aDiary } from "./arbitrary";
import { Diary } from "./diary";
import { type Entry, newestFirst } from "./entry";
import { type Changes, ShelfError } from "./shelf";
import { PageShelf } from "./shelf_page";

let shelves = 0;
const newName = (): string => `shelf ${(shelves += 1)}`;
async function opened(name: string): Promise<Diary> {
  const diary = new Diary(new PageShelf(name));
  await diary.load();
  return diary;
}
const felt = (id: string, pain: number): Entry => ({ id, at: "2026-11-25T10:00:00+01:00", kind: "felt", pain, regions: ["low-back"], note: "after the walk" });
const textsOf = async (name: string): Promise<string> => JSON.stringify([...(await new PageShelf(name).all())]);

test("what was put and removed is what a later page finds, locked or not", async () => {
  const work = fc.tuple(aDiary(12), fc.array(fc.nat(20), { maxLength: 8 }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(work, async ([entries, removed, locked]) => {
      const name = newName();
      const diary = await opened(name);
      await diary.put(...entries);
      if (locked) await diary.setLock("a long walk");
      const ids = removed.map((i) => entries[i]?.id).filter((id) => id !== undefined);
      await diary.remove(...ids);
      const later = await opened(name);
      if (locked) expect(await later.unlock("a long walk")).toBe(true);
      expect(later.entries.value).toEqual(entries.filter(({ id }) => !ids.includes(id)).sort(newestFirst));
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("a locked shelf shows nothing, and only her passphrase opens it", async () => {
  const name = newName();
  const diary = await opened(name);
  await diary.put(felt("a", 4));
  expect(await textsOf(name)).toContain("after the walk");
  await diary.setLock("naïve");
  expect(await textsOf(name)).not.toMatch(/walk|low-back|felt/);
  const later = await opened(name);
  expect([later.state.value, later.entries.value]).toEqual(["locked", []]);
  expect(await later.unlock("naive")).toBe(false);
  expect(later.state.value).toBe("locked");
  expect(await later.unlock("nai\u0308ve")).toBe(true); // the same word, as another keyboard writes it
  expect(later.entries.value).toEqual([felt("a", 4)]);
  await later.removeLock();
  expect((await opened(name)).entries.value).toEqual([felt("a", 4)]);
});

/** A shelf that can be out of reach. */
class FarShelf extends PageShelf {
  reached = false;
  override all() {
    return this.reached ? super.all() : Promise.reject(new ShelfError("unreachable"));
  }
  override write(changes: Changes) {
    return this.reached ? super.write(changes) : Promise.reject(new ShelfError("unreachable"));
  }
}

test("what the shelf does not take waits in the window, and is brought again until it is kept, as it was told last", async () => {
  const shelf = new FarShelf(newName());
  const diary = new Diary(shelf, undefined, 20);
  await diary.load();
  await expect(diary.keep(felt("a", 4))).rejects.toThrow("unreachable");
  await expect(diary.keep(felt("a", 2))).rejects.toThrow("unreachable");
  expect([diary.waiting.value, diary.known]).toEqual([[felt("a", 2)], [felt("a", 2)]]);
  await new Promise((done) => setTimeout(done, 60));
  expect(diary.waiting.value).toHaveLength(1);
  shelf.reached = true;
  await expect.poll(() => diary.waiting.value).toEqual([]);
  expect(diary.entries.value).toEqual([felt("a", 2)]);
});

test("what is written while it is locked waits, and is kept when it opens", async () => {
  const name = newName();
  await (await opened(name)).setLock("one two");
  const diary = await opened(name);
  await diary.put(felt("a", 4));
  await diary.put(felt("a", 5), felt("b", 1));
  expect(diary.waiting.value).toHaveLength(2);
  expect(await diary.unlock("one two")).toBe(true);
  expect(diary.waiting.value).toEqual([]);
  const later = await opened(name);
  await later.unlock("one two");
  expect(later.entries.value.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a tab that has not seen the lock writes nothing in the open", async () => {
  const name = newName();
  const [one, other] = [await opened(name), await opened(name)];
  await one.setLock("one two");
  await other.put(felt("a", 4));
  expect(await textsOf(name)).not.toContain("walk");
  expect(other.state.value).toBe("locked");
  await other.unlock("one two");
  await one.load();
  expect(one.entries.value).toEqual([felt("a", 4)]);
});

test("a lock is set over what another browser has kept meanwhile, and loses nothing of it", async () => {
  const name = newName();
  const [one, other] = [await opened(name), await opened(name)];
  await one.put(felt("a", 4));
  await other.put(felt("b", 3));
  await one.setLock("one two");
  expect(await textsOf(name)).not.toContain("walk");
  expect(one.entries.value.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a window that has not seen the lock sets none over it", async () => {
  const name = newName();
  const [one, other] = [await opened(name), await opened(name)];
  await one.put(felt("a", 4));
  await other.load();
  await one.setLock("one two");
  await expect(other.setLock("three four")).rejects.toThrow("changed");
  expect(await other.unlock("one two")).toBe(true);
  expect(other.entries.value).toEqual([felt("a", 4)]);
});

test("tabs that write at once lose nothing of each other", async () => {
  const name = newName();
  const [one, other] = [await opened(name), await opened(name)];
  await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? one : other).put(felt(`e${i}`, 3))));
  expect((await opened(name)).entries.value).toHaveLength(50);
});

test("a write that cannot be whole does not happen", async () => {
  const shelf = new PageShelf(newName());
  await shelf.write({ put: new Map([["a", "1"]]) });
  const broken = new Map<string, string>([["b", "2"], [undefined as unknown as string, "3"]]);
  await expect(shelf.write({ clear: true, put: broken })).rejects.toThrow(ShelfError);
  expect(await shelf.all()).toEqual(new Map([["a", "1"]]));
});

test("a shelf in an older form is read, and written anew as a whole with the first change", async () => {
  const name = newName();
  const old = { id: "a", at: "2026-11-25T10:00:00+01:00", kind: "session", exercise: "x", title: "X", week: null, seconds: 1, breaths: 1, left: 0, right: 0, stopped: false, before: 1, after: 1, regions: [], note: "" };
  await new PageShelf(name).write({ put: new Map([["form", "1"], ["a", JSON.stringify(old)]]) });
  await (await opened(name)).put(felt("b", 3));
  const later = await opened(name);
  expect([later.unreadable.value, later.entries.value]).toEqual([0, [{ ...old, effort: null }, felt("b", 3)]]);
});

test("an older program refuses a newer shelf or a newer form, and changes nothing", async () => {
  const newer = newName();
  (await openDB(newer, 2, { upgrade: (database) => void database.createObjectStore("entries") })).close();
  expect((await opened(newer)).state.value).toBe("newer");
  const form = newName();
  await new PageShelf(form).write({ put: new Map([["form", "9"], ["a", "{}"]]) });
  const diary = await opened(form);
  expect(diary.state.value).toBe("newer");
  await expect(diary.put(felt("b", 2))).rejects.toThrow("newer");
  expect(await new PageShelf(form).all()).toEqual(new Map([["form", "9"], ["a", "{}"]]));
});

test("a window that was open before a newer program came writes nothing over it", async () => {
  const name = newName();
  const diary = await opened(name);
  await diary.put(felt("a", 4));
  await new PageShelf(name).write({ put: new Map([["form", "9"]]) });
  await expect(diary.put(felt("b", 2))).rejects.toThrow("newer");
  expect([...(await new PageShelf(name).all()).keys()].sort()).toEqual(["a", "form"]);
});

test("a newer program takes an older shelf over", async () => {
  const name = newName();
  const old = new PageShelf(name);
  await old.write({ put: new Map([["a", "1"]]) });
  old.close();
  const steps = [() => undefined, (database: { createObjectStore(name: string): unknown }) => void database.createObjectStore("more")];
  expect(await new PageShelf(name, steps).all()).toEqual(new Map([["a", "1"]]));
});

test("a text that is no entry is left alone and counted", async () => {
  const name = newName();
  await new PageShelf(name).write({ put: new Map([["a", "half an ent"]]) });
  const diary = await opened(name);
  await diary.put(felt("b", 2));
  expect([diary.entries.value.length, diary.unreadable.value]).toEqual([1, 1]);
  await diary.setLock("one two");
  await diary.removeLock();
  expect((await new PageShelf(name).all()).get("a")).toBe("half an ent");
});

test("deleted is gone: no entry, no shelf", async () => {
  const name = newName();
  const diary = await opened(name);
  await diary.put(felt("a", 4));
  await diary.setLock("one two");
  await diary.destroy();
  expect([diary.state.value, diary.entries.value, diary.hasLock.value]).toEqual(["open", [], false]);
  expect(await textsOf(name)).toBe("[]");
});
