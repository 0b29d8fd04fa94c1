// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/pictures: every screen, on a phone by day and by night and on a desktop by day.
//
//   node web/browser/pictures.mjs FOLDER [editor]      only those of the editor
import { join } from "node:path";
import { desktop, openBrowser, openPage, phone } from "./browser.mjs";
import { suppleSite } from "./site.mjs";
import { answer, pastTheDoor, section, start, toCheckIn } from "./way.mjs";

const [, , folder, only] = process.argv;
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
  await page.getByRole("link", { name: "Film and card of Release your low back" }).click();
  await page.getByRole("heading", { level: 1, name: "Release your low back" }).waitFor();
  await picture("take");
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("link", { name: "Start" }).click();
  await page.getByRole("heading", { level: 1, name: "Before the first time" }).waitFor();
  await picture("first");
  await pastTheDoor(page);
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
  await page.getByRole("link", { name: "Diary" }).click();
  await page.locator(".entries li").first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture("diary");
  await page.getByRole("link", { name: "Practise" }).click();
  await toCheckIn(page);
  await answer(page);
  await start(page);
  await page.getByRole("button", { name: "STOP", exact: true }).click();
  await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  await picture("stopped");
  for (const fault of faults) throw new Error(fault);
  await page.close();
}

/** The editor, with a sentence that moves under the cursor, one that is not understood and one that breaks a rule. */
async function writing(browser, site, name, options) {
  const { page, faults } = await openPage(browser, site, options);
  const picture = (what) => page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  await page.evaluate(() => (location.hash = "#/editor"));
  await page.getByLabel("Which one").selectOption("release-your-low-back");
  await page.getByRole("button", { name: "Begin" }).last().click();
  const text = page.getByRole("textbox", { name: "The exercise" });
  await text.waitFor();
  await text.press("Control+Home");
  for (let line = 1; line < 17; line += 1) await text.press("ArrowDown");
  await text.press("End");
  await page.keyboard.insertText("\nExhale: twirl your tailbone. Hold your breath for ten counts.");
  await page.locator(".found li").nth(1).waitFor();
  await page.getByRole("button", { name: "Go to line 17" }).last().click();
  await page.waitForTimeout(4000);
  await picture("editor");
  for (const fault of faults) throw new Error(fault);
  await page.close();
}

const ways = { "phone-day": { viewport: phone }, "phone-night": { viewport: phone, night: true }, "desktop-day": { viewport: desktop } };
const browser = await openBrowser();
for (const [name, options] of Object.entries(ways)) {
  const site = await suppleSite(); // with a diary of its own: after two stops in a week nothing begins
  if (only !== "editor") await way(browser, site, name, options);
  await writing(browser, site, name, options);
  site.close();
}
await browser.close();
