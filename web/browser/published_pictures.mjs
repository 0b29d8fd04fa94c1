// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of a published site for docs/pictures: every kind of page, on a phone and on a desktop.
//
//   node web/browser/published_pictures.mjs FOLDER
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desktop, openBrowser, phone } from "./browser.mjs";
import { program, root, staticSite } from "./site.mjs";

const [, , folder] = process.argv;
const kinds = {
  home: "", exercise: "exercises/release-your-low-back/", workout: "workouts/twenty-minutes-of-prenatal-mobility/", tags: "tags/",
  tag: "tags/low-back/", author: "author/", search: "search/?q=releese+low", embedded: "exercises/release-your-low-back/embed/",
};
const sizes = { "phone-day": { viewport: phone }, "desktop-day": { viewport: desktop } };

const made = mkdtempSync(join(tmpdir(), "supple-"));
execFileSync(program, ["publish", "library", "-o", join(made, "site"), "--address", "https://example.org/supple", "--voice", "none", "--cards"], { cwd: root, stdio: "inherit" });
const site = await staticSite({ folder: join(made, "site") });
const browser = await openBrowser();
for (const [size, options] of Object.entries(sizes)) {
  const page = await browser.newPage(options);
  for (const [kind, path] of Object.entries(kinds)) {
    await page.goto(site.url + path, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `published-${kind}-${size}.png`) });
  }
}
const night = await browser.newPage({ viewport: phone, colorScheme: "dark" });
await night.goto(site.url + kinds.exercise, { waitUntil: "networkidle" });
await night.screenshot({ path: join(folder, "published-exercise-phone-night.png") });
await browser.close();
site.close();
rmSync(made, { recursive: true });
