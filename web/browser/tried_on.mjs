// SPDX-License-Identifier: Apache-2.0
// For the tests of one describe: a browser and a host, and pages of it.
import { after, before } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";

/** The function that opens a page of the host (openPage), once the tests run. */
export function triedOn(host) {
  let browser;
  let site;
  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), host()]);
  });
  after(async () => {
    await browser.close();
    site.close();
  });
  return (options) => openPage(browser, site, options);
}
