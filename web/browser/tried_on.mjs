// SPDX-License-Identifier: Apache-2.0
// For the tests of one describe: a browser and a host, and pages of it.
import { after, afterEach, before } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { toCheckIn } from "./way.mjs";

/**
 * The function that opens a page of the host (openPage), once the tests run; `more` are options of the browser. With
 * `known` she was there before: the first visit was gone through once, for all tests of this describe that are not about it.
 */
export function triedOn(host, more = []) {
  let browser;
  let site;
  let visits;
  before(async () => {
    // One after the other: a browser that was left open by a host that failed would keep this process alive.
    site = await host();
    browser = await openBrowser(more);
  });
  /** A page that was left goes on leading, and takes time from the next one. */
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await site.forget?.(); // the next one is another woman
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  async function firstVisit() {
    const { page } = await openPage(browser, site);
    await toCheckIn(page);
    const kept = await page.context().storageState();
    await page.context().close();
    return kept;
  }

  return async ({ known = false, ...options } = {}) => {
    if (known) visits ??= await firstVisit();
    return openPage(browser, site, { ...options, visits: known ? visits : undefined });
  };
}
