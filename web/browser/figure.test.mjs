// SPDX-License-Identifier: Apache-2.0
// The figure as she is seen: by the core and by the graphics card (here a processor that does as one), nearly alike;
// turned by hand and keys; as in a mirror.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { desktop, openBrowser, openPage } from "./browser.mjs";
import { staticSite } from "./site.mjs";
import { answer, choose, start, toCheckIn, toSession } from "./way.mjs";

/** What a page shows on its first canvas, or on the one named, on the ground of the stage: bytes of red, green, blue and opacity. */
async function seen(page, name = "canvas") {
  const { bytes, ground, ...size } = await page.evaluate((selector) => {
    const canvas = document.querySelector(selector);
    const { width, height } = canvas;
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
    const picture = () => context.getImageData(0, 0, width, height).data;
    context.fillStyle = getComputedStyle(canvas).getPropertyValue("--stage-a");
    context.fillRect(0, 0, width, height);
    const ground = [...picture().subarray(0, 3)];
    context.drawImage(canvas, 0, 0);
    return { width, height, ground, bytes: new Uint8Array(picture().buffer).toBase64() };
  }, name);
  return { ...size, ground, bytes: Buffer.from(bytes, "base64") };
}

const linear = Float64Array.from({ length: 256 }, (_, byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));

/** The pixel that begins at byte i as OKLab (Ottosson 2020). */
function labOf(bytes, i) {
  const [r, g, b] = [linear[bytes[i]], linear[bytes[i + 1]], linear[bytes[i + 2]]];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How many pixels are not those of the ground. */
function painted({ bytes, ground }) {
  let count = 0;
  for (let i = 0; i < bytes.length; i += 4) count += ground.some((byte, k) => Math.abs(bytes[i + k] - byte) > 2) ? 1 : 0;
  return count;
}

/** Differences of all pixels; 0.02 is about what can just be told apart. */
function differences(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height]);
  const all = [];
  for (let i = 0; i < a.bytes.length; i += 4) {
    const same = [0, 1, 2].every((k) => a.bytes[i + k] === b.bytes[i + k]);
    const [one, other] = same ? [[], []] : [labOf(a.bytes, i), labOf(b.bytes, i)];
    all.push(Math.hypot(...one.map((value, k) => value - other[k])));
  }
  return all;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What docs/figure.md states. */
const most = { mean: 0.003, share: 0.006, told: 0.06 };

describe("the figure", () => {
  let browser;
  let site;
  before(async () => {
    browser = await openBrowser();
    site = await staticSite();
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  const opened = async (painter, options) => {
    const { page, faults } = await openPage(browser, site, { ...options, painter });
    await page.locator("canvas").waitFor();
    await page.waitForFunction(() => document.querySelector("canvas").width > 0);
    await page.waitForTimeout(1000);
    return { page, faults };
  };

  const expectNearlyTheSame = ([core, card]) => {
    const all = differences(core, card);
    const told = all.filter((each) => each > most.told).length / all.length;
    console.error(`difference ${mean(all).toFixed(5)} in the mean, ${(100 * told).toFixed(2)} % beyond ${most.told}`);
    assert.ok(mean(all) < most.mean, `${mean(all)} in the mean`);
    assert.ok(told < most.share, `${told} of the pixels beyond ${most.told}`);
  };

  for (const night of [false, true])
    test(`is nearly the same by the card as by the core, ${night ? "by night" : "by day"}`, async () => {
      const pictures = [];
      for (const painter of ["core", "card"]) {
        const { page, faults } = await opened(painter, { night, viewport: desktop });
        const onCard = await page.locator("canvas").first().evaluate((canvas) => canvas.getContext("webgl2") !== null);
        assert.equal(onCard, painter === "card");
        pictures.push(await seen(page));
        assert.deepEqual(faults, []);
        await page.context().close();
      }
      const hers = painted(pictures[0]);
      assert.ok(hers > 0.1 * pictures[0].width * pictures[0].height, `${hers} pixels of her`);
      expectNearlyTheSame(pictures);
    });

  // In the editor she does the sentence under the cursor and stays in it.
  test("has the wall behind her hands by the card as by the core, by day and by night", async () => {
    const pictures = { light: [], dark: [] };
    for (const painter of ["core", "card"]) {
      const { page, faults } = await opened(painter, { calm: true, viewport: desktop });
      await page.evaluate(() => (location.hash = "#/editor"));
      await page.getByLabel("Which one").selectOption("fold-at-a-wall");
      await page.getByRole("button", { name: "Begin" }).last().click();
      const line = (await readFile(new URL("../../library/exercises/fold-at-a-wall.md", import.meta.url), "utf8"))
        .split("\n").findIndex((words) => words.startsWith("Exhale: walk your feet back")) + 1;
      await page.locator(".rows").getByRole("button", { name: `Go to line ${line}`, exact: true }).click();
      await page.getByRole("img", { name: `The figure does line ${line}` }).waitFor();
      await page.waitForTimeout(4000);
      pictures.light.push(await seen(page, ".reading canvas"));
      await page.emulateMedia({ colorScheme: "dark" });
      await page.waitForTimeout(1000);
      pictures.dark.push(await seen(page, ".reading canvas"));
      assert.deepEqual(faults, []);
      await page.context().close();
    }
    assert.notDeepEqual(pictures.light[0].ground, pictures.dark[0].ground);
    expectNearlyTheSame(pictures.light);
    expectNearlyTheSame(pictures.dark);
  });

  test("is turned by the keys and by a hand, and comes back", async () => {
    const { page, faults } = await openPage(browser, site);
    await toSession(page);
    const canvas = page.locator(".session canvas");
    const picture = () => canvas.evaluate((element) => element.toDataURL());
    const changed = async (from) => {
      await page.waitForFunction((was) => document.querySelector(".session canvas").toDataURL() !== was, from);
      return picture();
    };
    await page.getByRole("button", { name: "Pause" }).click();
    await page.waitForTimeout(1500); // she comes to rest
    const first = await picture();
    await canvas.focus();
    await page.keyboard.press("ArrowRight");
    const byKey = await changed(first);
    await page.keyboard.press("Home");
    assert.equal(await changed(byKey), first);
    const { x, y, width, height } = await canvas.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await changed(first);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("moves as in a mirror for whom wants it so", async () => {
    const { page, faults } = await openPage(browser, site);
    await toCheckIn(page);
    await choose(page, "As in a mirror");
    await answer(page);
    await start(page);
    assert.equal(await page.locator(".session canvas").evaluate((canvas) => canvas.style.transform), "scaleX(-1)");
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
