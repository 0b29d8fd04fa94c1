// SPDX-License-Identifier: Apache-2.0
// How long she waits, in a page that was never opened before: from the address to the first screen with its figure, and
// from Start, with all clips of the voice, to the first frame of the session, which begins at rest. Medians of five,
// for docs/benchmarks.md.
//
//   node web/browser/first_frame.mjs
import { openBrowser, openPage } from "./browser.mjs";
import { suppleSite } from "./site.mjs";
import { answer, toCheckIn } from "./way.mjs";

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** The time, in ms since the page was asked for, when there is a figure on this canvas. */
const figure = (page, on) =>
  page.evaluate(
    (on) =>
      new Promise((done) => {
        const look = () => {
          const canvas = document.querySelector(on);
          const painted = canvas !== null && canvas.width > 0 && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte !== 0);
          if (painted) done(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    on,
  );

const [browser, site] = await Promise.all([openBrowser(), suppleSite()]);
const opened = [];
const led = [];
for (let i = 0; i < 5; i += 1) {
  const { page } = await openPage(browser, site);
  await page.reload({ waitUntil: "commit" });
  opened.push(await figure(page, "canvas"));
  await toCheckIn(page);
  await answer(page);
  const pressed = await page.evaluate(() => {
    document.querySelector(".end .main").click();
    return performance.now();
  });
  led.push((await figure(page, ".session canvas")) - pressed);
  await page.close();
}
await browser.close();
site.close();
console.log(`| the first screen with its figure | ${median(opened).toFixed(0)} ms |`);
console.log(`| from Start to the first frame of the session | ${median(led).toFixed(0)} ms |`);
