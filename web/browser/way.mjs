// SPDX-License-Identifier: Apache-2.0
// The way through the page, as she goes it.

/** Presses every No. */
export const denyAll = (page) => page.locator(".signs .chip:nth-child(2)").evaluateAll((noes) => noes.forEach((no) => no.click()));

/** Through the first visit, or what of it is asked again. `answers` are those of her who is pressed Yes for. */
export async function firstVisit(page, { week = 24, yes } = {}) {
  const go = () => page.getByRole("button", { name: "Continue" }).click();
  const title = (name) => page.getByRole("heading", { level: 1, name });
  await title("Before the first time").or(title("Where are you now?")).waitFor();
  if (await title("Before the first time").isVisible()) await go();
  await title("Where are you now?").waitFor();
  await page.getByLabel("Which week are you in?").selectOption(String(week));
  await go();
  for (const name of ["What makes it comfortable?", "Can you hear it?"]) if (await title(name).isVisible()) await go();
  await title("About you and this time").waitFor();
  await denyAll(page);
  if (yes !== undefined) await page.getByRole("button", { name: `Yes: ${yes}` }).click();
  await go();
}

export async function toCheckIn(page, told) {
  await page.getByRole("link", { name: "Start" }).click();
  await pastTheDoor(page, told);
}

/** Until she is asked about today, through the first visit where she was not here before. */
export async function pastTheDoor(page, told) {
  const checkIn = page.getByRole("heading", { name: "Before you begin" });
  await checkIn.or(page.getByRole("button", { name: "Continue" })).first().waitFor();
  if (!(await checkIn.isVisible())) await firstVisit(page, told);
  await checkIn.waitFor();
}

/** Answers what must be answered; `pain` is pressed where it is given. */
export async function answer(page, { pain } = {}) {
  if (pain !== undefined) await page.locator(".scale button").nth(pain).click();
  await denyAll(page);
}

export async function start(page) {
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "STOP", exact: true }).waitFor();
}

export async function toSession(page, answers) {
  await toCheckIn(page, answers);
  await answer(page, answers);
  await start(page);
}

/** The session goes on at this speed. */
export const atSpeed = (page, speed) => page.evaluate((speed) => history.replaceState(null, "", `?speed=${speed}${location.hash}`), speed);

/** Quickly to the end of the session. */
export async function toTheEnd(page) {
  await atSpeed(page, 300);
  await page.getByRole("heading", { name: "Sit as long as you like" }).waitFor({ timeout: 60_000 });
}

/** Until the section has this name; from then on the session goes on at another speed, where one is given. */
export const section = (page, title, speed) =>
  page.waitForFunction(
    ([wanted, speed]) => {
      if (!document.querySelector(".session h1")?.textContent?.includes(wanted)) return false;
      if (speed !== null) history.replaceState(null, "", `?speed=${speed}${location.hash}`);
      return true;
    },
    [title, speed ?? null],
    { timeout: 120_000, polling: 20 },
  );

/** On the screen of how she is led: presses these buttons. */
export async function choose(page, ...names) {
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("heading", { name: "How you are led" }).waitFor();
  for (const name of names) await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("link", { name: "Done" }).click();
  await page.getByRole("heading", { name: "Before you begin" }).waitFor();
}
