// SPDX-License-Identifier: Apache-2.0
// The browser is killed (SIGKILL) at any moment, again and again: what was said to be kept is there, and nothing is by half.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOf, led } from "./diary_of.mjs";
import { entriesIn } from "./kept.mjs";
import { openKillable, siteAndHome } from "./killable.mjs";

const rounds = 8;

const held = siteAndHome();

const idsOf = async (page) => (await entriesIn(page)).map(({ id }) => id);

/** Every file has another number of entries, so that the page says another sentence of each. */
const sizeOf = (file) => 30 + Number(/-f(\d+)/.exec(file)[1]);
const entriesOf = (file) => Array.from({ length: sizeOf(file) }, (_, each) => ({ ...led(1, 5, 3), id: `${file}-e${each}` }));

test("no entry that was said to be kept is lost, and no file is taken by half", async () => {
  const confirmed = new Set();
  let cutShort = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { page, kill } = await openKillable(held.home);
    try {
      await page.goto(`${held.site.url}#/keep`);
      const field = page.getByLabel("Choose a file");
      await field.waitFor();
      const ids = await idsOf(page);
      const there = new Set(ids);
      for (const id of confirmed) assert.ok(there.has(id), `${id} was confirmed, and is lost`);
      const files = new Map();
      for (const id of ids) files.set(id.replace(/-e\d+$/, ""), (files.get(id.replace(/-e\d+$/, "")) ?? 0) + 1);
      for (const [file, count] of files) assert.equal(count, sizeOf(file), `${file} is there by half`);
      cutShort += [...files.keys()].filter((file) => !confirmed.has(`${file}-e0`)).length;
      const killed = new Promise((done) => setTimeout(done, 150 + Math.random() * 700)).then(kill);
      for (let i = 0; ; i += 1) {
        const entries = entriesOf(`r${round}-f${i}`);
        try {
          await field.setInputFiles(fileOf(entries), { timeout: 5000 });
          await page.getByText(`${entries.length} entries were brought back`).waitFor({ timeout: 5000 });
        } catch {
          break; // killed
        }
        for (const { id } of entries) confirmed.add(id);
      }
      await killed;
    } catch (error) {
      await kill().catch(() => undefined);
      throw error;
    }
  }
  console.log(`${rounds} times killed, ${confirmed.size} entries confirmed and kept, ${cutShort} files kept whose confirmation nobody saw`);
  assert.ok(confirmed.size > rounds, "nothing was kept between the kills");
});
