// SPDX-License-Identifier: Apache-2.0
// From a key to the picture in which its reading stands, in the built page: types an exercise into the editor.
//
//   node web/browser/typing.mjs
import { desktop, openBrowser, openPage } from "./browser.mjs";
import { staticSite } from "./site.mjs";

const typed = "\nExhale: round your spine, come forward and let your head hang.\nInhale: let your hips travel back.";

const [browser, site] = await Promise.all([openBrowser(), staticSite()]);
const { page } = await openPage(browser, site, { viewport: desktop });
await page.evaluate(() => (location.hash = "#/editor"));
await page.getByLabel("Which one").selectOption("release-your-low-back");
await page.getByRole("button", { name: "Begin" }).last().click();
const text = page.getByRole("textbox", { name: "The exercise" });
await text.waitFor();
await page.waitForTimeout(1000);
for (let i = 0; i < 16; i += 1) await text.press("ArrowDown");
await text.press("End");
await page.evaluate(() => performance.clearMeasures("supple.read"));
for (const key of typed) {
  await page.keyboard.type(key);
  await page.waitForTimeout(60);
}
const took = await page.evaluate(() => performance.getEntriesByName("supple.read").map(({ duration }) => duration));
took.sort((a, b) => a - b);
const at = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))].toFixed(1);
console.log(`${took.length} keys: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, the slowest ${at(1)} ms`);
await browser.close();
site.close();
