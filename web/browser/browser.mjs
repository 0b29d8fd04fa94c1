// SPDX-License-Identifier: Apache-2.0
// A real Chromium, without any of its own errands on the network.
import { chromium } from "playwright-core";

/**
 * What no test needs: for every window the address bar prepares two pages of its own for its list of proposals, in a process of their own,
 * which takes four tenths of what a page of ours takes to open; and a process waits for a site that is never asked for.
 */
const unneeded = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess"];
/** What playwright switches off (1.61), since only the last list counts. */
const offAnyway = [
  "AvoidUnnecessaryBeforeUnloadCheckSync", "BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
  "GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "Translate",
  "AutoDeElevate", "RenderDocument", "OptimizationHints",
];

export const chromiumArguments = [
  "--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
  `--disable-features=${[...offAnyway, ...unneeded].join()}`,
];

export const phone = { width: 390, height: 844 };
export const smallPhone = { width: 360, height: 640 };
/** A phone on its side, and a desktop at 200 %. */
export const lyingPhone = { width: 844, height: 390 };
export const largeWords = { width: 640, height: 360 };
export const desktop = { width: 1440, height: 900 };

export async function openBrowser(more = []) {
  return chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: [...chromiumArguments, ...more] });
}

/**
 * A page of its own, without memory of others, but of `visits` before (storageState of another page), on the screen `at`. `faults` collects what must never be: an error, or a request that leaves
 * the site. `prepare` is called with the page before it loads.
 */
export async function openPage(browser, site, { viewport = phone, night = false, calm = false, speed = 1, worker = false, language = "", painter = "", touch = false, at = "", visits, prepare } = {}) {
  const context = await browser.newContext({
    viewport,
    colorScheme: night ? "dark" : "light",
    reducedMotion: calm ? "reduce" : "no-preference",
    storageState: visits,
    hasTouch: touch,
    isMobile: touch,
    serviceWorkers: worker ? "allow" : "block", // what it answers, a test cannot see
  });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !message.location().url.includes("clips/") && faults.push(message.text()));
  page.on("request", (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(site.url)) faults.push(`${request.url()} leaves the site`);
  });
  await prepare?.(page);
  await page.goto(`${site.url}?speed=${speed}${language && `&language=${language}`}${painter && `&painter=${painter}`}${at && `#/${at}`}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return { page, faults };
}
