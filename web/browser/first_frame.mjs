// SPDX-License-Identifier: Apache-2.0
// How long she waits, in a page that was never opened before: from the address to the first screen with its figure, and
// from Start, with all clips of the voice, to the first frame of a figure that moves. Medians of five, for
// docs/benchmarks.md.
//
//   node web/browser/first_frame.mjs
import { openBrowser, openPage } from "./browser.mjs";
import { suppleSite } from "./site.mjs";
import { answer, toCheckIn } from "./way.mjs";

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs in the page: the time, in ms since the page was asked for, of the first painted figure or of the next one that differs. */
const figure = (page, changed) =>
  page.evaluate(
    (twice) =>
      new Promise((done) => {
        let first;
        const look = () => {
          const canvas = document.querySelector(twice ? ".session canvas" : "canvas");
          const now = canvas !== null && canvas.width > 0 ? canvas.toDataURL() : undefined;
          const empty = now === undefined || canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.every((byte) => byte === 0);
          if (!empty && first === undefined) first = now;
          if (!empty && (!twice || now !== first)) done(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    changed,
  );

const [browser, site] = await Promise.all([openBrowser(), suppleSite()]);
const opened = [];
const moving = [];
for (let i = 0; i < 5; i += 1) {
  const { page } = await openPage(browser, site);
  await page.reload({ waitUntil: "commit" });
  opened.push(await figure(page, false));
  await toCheckIn(page);
  await answer(page);
  const pressed = await page.evaluate(() => {
    document.querySelector(".end .main").click();
    return performance.now();
  });
  moving.push((await figure(page, true)) - pressed);
  await page.close();
}
await browser.close();
site.close();
console.log(`| the first screen with its figure | ${median(opened).toFixed(0)} ms |`);
console.log(`| from Start to the first moving frame | ${median(moving).toFixed(0)} ms |`);
