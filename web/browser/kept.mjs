// SPDX-License-Identifier: Apache-2.0
// What stands in the databases of a page, looked at beside the page itself.

/** All values of a store, as they are kept. The page has set the database up. */
export const keptIn = (page, database, store) =>
  page.evaluate(
    async ([name, of]) => {
      const opened = await new Promise((done, fail) => Object.assign(indexedDB.open(name), { onsuccess: (event) => done(event.target.result), onerror: fail }));
      const asked = opened.transaction(of).objectStore(of).getAll();
      await new Promise((done) => (asked.onsuccess = done));
      opened.close();
      return asked.result;
    },
    [database, store],
  );

/** The entries of a diary without a passphrase. */
export const entriesIn = async (page) =>
  (await keptIn(page, "supple", "entries")).filter((text) => text.startsWith("{")).map((text) => JSON.parse(text));

/** Until what is kept is as wanted. */
export async function untilKept(page, kept, wanted) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (wanted(await kept(page))) return;
    await page.waitForTimeout(50);
  }
  throw new Error("it was never kept");
}
