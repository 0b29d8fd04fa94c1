// SPDX-License-Identifier: Apache-2.0
// The way through the page, as she goes it.

export async function toCheckIn(page) {
  await page.getByRole("link", { name: "Start" }).click();
  await page.getByRole("heading", { name: "Before you begin" }).waitFor();
}

/** Answers what must be answered; `pain` is pressed where it is given. */
export async function answer(page, { week = 24, pain } = {}) {
  await page.getByLabel("Which week are you in?").selectOption(String(week));
  if (pain !== undefined) await page.locator(".scale button").nth(pain).click();
  for (const no of await page.getByRole("button", { name: /^No: / }).all()) await no.click();
}

export async function start(page) {
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "STOP", exact: true }).waitFor();
}

export async function toSession(page, answers) {
  await toCheckIn(page);
  await answer(page, answers);
  await start(page);
}

/** Until the section has this name. */
export const section = (page, title, timeout = 120_000) =>
  page.waitForFunction((wanted) => document.querySelector(".session h1")?.textContent?.includes(wanted), title, { timeout });
