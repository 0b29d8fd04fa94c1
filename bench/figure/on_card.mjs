// SPDX-License-Identifier: Apache-2.0
// What a frame of the session takes of the page where a graphics card paints her (here a processor does as one): ms of
// script, on a processor four times as slow as this one; draws and triangles. Needs the page: ./run builds it.
//
//   node bench/figure/on_card.mjs
import { openBrowser, openPage, smallPhone } from "../../web/browser/browser.mjs";
import { staticSite } from "../../web/browser/site.mjs";
import { toSession } from "../../web/browser/way.mjs";

const slower = 4;
const seconds = 20;

/** Runs in the page before it loads: what its frames take and draw. */
function watch() {
  globalThis.frames = [];
  let now = { passes: 0, triangles: 0, lit: false };
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (frame) =>
    request((time) => {
      now = { passes: 0, triangles: 0, lit: false };
      const began = performance.now();
      frame(time);
      if (now.passes > 0) globalThis.frames.push({ ...now, script_ms: performance.now() - began });
    });
  const prototype = WebGL2RenderingContext.prototype;
  for (const name of ["drawElements", "drawElementsInstanced"]) {
    const draw = prototype[name];
    prototype[name] = function (mode, count, type, offset, copies = 1) {
      now.passes += 1;
      now.triangles = Math.max(now.triangles, (count / 3) * copies);
      return draw.call(this, mode, count, type, offset, ...(name === "drawElements" ? [] : [copies]));
    };
  }
  const texture = prototype.texImage2D;
  prototype.texImage2D = function (...what) {
    now.lit ||= what[2] === this.RG32F; // the light of the patches, ten times a second at most
    return texture.apply(this, what);
  };
}

const [browser, site] = await Promise.all([openBrowser(), staticSite()]);
const { page } = await openPage(browser, site, { viewport: smallPhone, prepare: (page) => page.addInitScript(watch) });
const address = new URL(page.url());
address.searchParams.set("painter", "card");
await page.goto(address.href);
await toSession(page);
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
await page.waitForTimeout(2000);
await page.evaluate(() => (globalThis.frames.length = 0));
await page.waitForTimeout(1000 * seconds);
const frames = await page.evaluate(() => globalThis.frames);
await browser.close();
site.close();
const at = (share, of, frames) => frames.map(of).sort((a, b) => a - b)[Math.floor(share * (frames.length - 1))];
for (const [which, those] of [
  ["all", frames],
  ["with new light put on", frames.filter((frame) => frame.lit)],
]) {
  const script = (share) => `${at(share, (frame) => frame.script_ms, those)?.toFixed(2)} ms`;
  console.log(`script of ${those.length} frames, ${which}, ${slower} times as slow: ${script(0.5)} in the median, ${script(0.9)} at nine of ten`);
}
console.log(`${at(1, (frame) => frame.passes, frames)} draws a frame, of ${at(1, (frame) => frame.triangles, frames)} triangles at most`);
