// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/pictures: every screen, on a phone by day and by night and on a desktop by day.
//
//   node web/browser/pictures.mjs FOLDER
import { join } from "node:path";
import { desktop, openBrowser, openPage, phone } from "./browser.mjs";
import { suppleSite } from "./site.mjs";
import { answer, section, start, toCheckIn } from "./way.mjs";

const [, , folder] = process.argv;
const speed = 4;

const article = `A small wave for the evening

Come onto your hands and knees.
Breathe in and let your hips travel back toward your heels.
As you breathe out, round your spine, come forward and let your head hang.
Float your left ankle toward the moon.
Hold your breath for ten counts.
Finish by sitting back on your heels.`;

/** In the section, at this part of a breath. */
async function at(page, title, breath, lit) {
  await section(page, title);
  await page.waitForFunction(
    ([word, count]) => {
      const said = document.querySelector(".breath strong")?.textContent === word;
      return said && Math.abs(document.querySelectorAll(".beads .on").length - count) <= 2 && document.querySelector(".cue")?.textContent !== "";
    },
    [breath, lit],
    { polling: "raf" },
  );
}

async function way(browser, site, name, options) {
  const { page, faults } = await openPage(browser, site, { ...options, speed });
  const picture = (what) => page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  await picture("home");
  await page.getByRole("link", { name: "Paste a text" }).click();
  await page.getByLabel("Which week are you in?").selectOption("30");
  await page.getByLabel("The text").fill(article);
  await page.locator(".lines .rule").waitFor();
  if (name.startsWith("phone")) await page.evaluate(() => document.querySelector(".own-read").scrollIntoView());
  await picture("own");
  await page.getByRole("link", { name: "Back" }).click();
  await toCheckIn(page);
  await answer(page, { pain: 4 });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(300);
  await picture("check-in");
  await start(page);
  await at(page, "Centre", "Breathe out", 6);
  await picture("session-centre");
  for (const side of ["left", "right"]) {
    await at(page, `${side === "left" ? "Left" : "Right"} side`, "Breathe out", 4);
    await picture(`session-${side}`);
  }
  await at(page, "Finish", "Your own breath", 14);
  await picture("session-finish");
  await page.getByRole("heading", { name: "Sit as long" }).waitFor({ timeout: 120_000 });
  await page.locator(".scale button").nth(2).click();
  await page.waitForTimeout(300);
  await picture("after");
  await page.getByRole("link", { name: "Done" }).click();
  await toCheckIn(page);
  await answer(page);
  await start(page);
  await page.getByRole("button", { name: "STOP", exact: true }).click();
  await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  await picture("stopped");
  for (const fault of faults) throw new Error(fault);
  await page.close();
}

const [browser, site] = await Promise.all([openBrowser(), suppleSite()]);
await way(browser, site, "phone-day", { viewport: phone });
await way(browser, site, "phone-night", { viewport: phone, night: true });
await way(browser, site, "desktop-day", { viewport: desktop });
await browser.close();
site.close();
