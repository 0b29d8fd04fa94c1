// SPDX-License-Identifier: Apache-2.0
// What axe finds on a page, by WCAG 2.2 AA and its best practices.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function violations(page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((change) => change.finished.catch(() => undefined))));
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), rules);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
}
