// SPDX-License-Identifier: Apache-2.0
// Every word comes from the catalogue (a language that nobody speaks shows what does not), layouts stand from right to left,
// and Spanish is Spanish.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { smallPhone } from "./browser.mjs";
import { daysAgo, fileOf, led, someWeeks } from "./diary_of.mjs";
import { dist, root, staticSite } from "./site.mjs";
import { triedOn } from "./tried_on.mjs";
import { atSpeed, denyAll, section } from "./way.mjs";

/** What is data and no part of the interface: exercises, what the core asks and says, names of languages, of months and of days. */
async function contentOf() {
  const exercises = (await readdir(join(dist, "library"), { recursive: true })).filter((file) => file.endsWith(".md"));
  const data = [...exercises.map((file) => join(dist, "library", file)), ...["rules/screening.toml", "rules/text.toml", "lexicon/guide.toml"].map((file) => join(root, file))];
  const texts = await Promise.all(data.map((file) => readFile(file, "utf8")));
  const names = (options, dates) => dates.map((date) => new Intl.DateTimeFormat("en", { timeZone: "UTC", ...options }).format(date));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 10, 2 + day)));
  const dates = ["long", "short"].flatMap((length) => [...names({ month: length }, months), ...names({ weekday: length }, week)]);
  return [...texts, ...dates, ...names({ weekday: "narrow" }, week), "Supple", "English", "Español", "Climbing stairs", "Lifting my daughter", "After the long walk."].join("\n");
}

/** What stands on the screen, or is said of it, outside of the brackets of the pseudo language. */
const outside = (page) =>
  page.evaluate(() => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) said.push(walker.currentNode.data);
    for (const each of document.querySelectorAll("[aria-label], [title], [alt], [placeholder], [abbr]"))
      for (const name of ["aria-label", "title", "alt", "placeholder", "abbr"]) said.push(each.getAttribute(name) ?? "");
    const strip = (text) => {
      const less = text.replace(/⟦[^⟦⟧]*⟧/g, " ");
      return less === text ? text : strip(less);
    };
    return said.map(strip).flatMap((text) => text.split(/[·:,;“”→]|\s{2,}/)).map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
  });

const screens = ["", "own", "check-in/release-your-low-back", "diary", `entry/new-${daysAgo(3)}`, "entry/led-0-20", "entry/none", "activities", "impression", "keep", "led/release-your-low-back", "you/release-your-low-back", "take/release-your-low-back", "where", "editor"];
const go = async (page, hash) => {
  await page.evaluate((to) => location.replace(`#/${to}`), hash);
  await page.waitForTimeout(150);
};

const wordsOf = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Every word that a Spanish page may show: those of its catalogue, its exercises and workouts, and what the guide says. */
async function spanishWords() {
  const exercises = (await readdir(join(dist, "library"), { recursive: true })).filter((file) => file.endsWith(".es.md"));
  const data = [...exercises.map((file) => join(dist, "library", file)), ...["lexicon/es.toml", "lexicon/guide.es.toml", "web/src/words/es.json"].map((file) => join(root, file))];
  const texts = await Promise.all(data.map((file) => readFile(file, "utf8")));
  // Keys and comments of these files are English.
  const values = texts.join("\n").split("\n").filter((line) => !line.startsWith("#")).map((line) => line.replace(/^\s*"[\w.-]+": |^[\w-]+ = |^(title|tags):|\(\S+\.md\)/, " "));
  return new Set([...values.flatMap(wordsOf), ...wordsOf("Supple English Español")]);
}

/** From now on the page notes every text that it shows or that is said of a part of it. */
const noteTexts = (page) =>
  page.evaluate(() => {
    const noted = (window.noted = new Set());
    const note = () => {
      noted.add(document.title);
      noted.add(document.body.innerText);
      for (const each of document.querySelectorAll("[aria-label]")) noted.add(each.getAttribute("aria-label"));
    };
    note();
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label"] });
  });

async function foreignWords(page) {
  const [known, noted] = [await spanishWords(), await page.evaluate(() => [...window.noted])];
  return { noted: noted.join("\n"), foreign: [...new Set(noted.flatMap(wordsOf))].filter((word) => !known.has(word)) };
}

async function withDiary(open, options) {
  const opened = await open(options);
  await go(opened.page, "keep");
  await opened.page.locator("input[type=file]").setInputFiles(fileOf([...someWeeks(), led(0, 5, 3), led(0, 4, 3, { time: "07", stopped: true })]));
  await opened.page.waitForTimeout(500);
  return opened;
}

describe("languages", () => {
  const open = triedOn(staticSite);

  test("nothing that is said or shown is written in the code", async () => {
    const content = await contentOf();
    const { page, faults } = await withDiary(open, { language: "pseudo", viewport: smallPhone });
    const look = async (screen) => {
      const found = (await outside(page)).filter((text) => ![text, text.replace(/[\d.]+/g, "").trim()].some((each) => content.includes(each)));
      assert.deepEqual(found, [], screen);
      assert.ok(await page.evaluate(() => document.body.textContent.includes("⟦")), `${screen} says nothing`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= smallPhone.width, `${screen} is ${wide} wide in a longer language`);
    };
    for (const screen of screens) {
      await go(page, screen);
      await look(screen);
    }
    await go(page, "check-in/release-your-low-back");
    for (const step of ["about", "you", "comfort", "sound", "screening"]) {
      if (step === "you") await page.locator("select").selectOption("24");
      if (step === "screening") for (const no of await page.locator(".signs .chip:nth-child(2)").all()) await no.click();
      await look(step);
      await page.locator(".end button.main").click();
    }
    await page.locator("#pain").waitFor();
    await look("check-in");
    await page.locator(".signs .chip").first().click();
    await page.locator("main.not-today").waitFor();
    await look("not today");
    assert.deepEqual(faults, []);
  });

  test("from right to left nothing scrolls sideways, and nothing stands beyond the edge", async () => {
    const { page, faults } = await withDiary(open, { viewport: smallPhone });
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    for (const screen of screens) {
      await go(page, screen);
      await page.locator("h1").waitFor();
      const { wide, left, h1 } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        left: Math.min(...[...document.querySelectorAll("main *:not(.unseen, .unseen *, .scrolls *)")].map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ left }) => left)),
        h1: getComputedStyle(document.querySelector("h1")).textAlign,
      }));
      assert.ok(wide <= smallPhone.width, `${screen} is ${wide} wide`);
      assert.ok(left >= 0, `${screen}: something stands ${left} px beyond the edge`);
      assert.equal(h1, "start", screen);
    }
    assert.deepEqual(faults, []);
  });

  test("Spanish is chosen, kept, and led by", async () => {
    const { page, faults } = await open();
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Una ola lenta para tu espalda baja" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
    await page.reload();
    await page.getByRole("link", { name: "Diario" }).click();
    await page.getByRole("heading", { name: "Tu diario" }).waitFor();
    assert.ok(await page.getByText("Aquí todavía no hay nada.").isVisible());
    await page.getByRole("link", { name: "Practicar" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "A slow wave for your low back" }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("a whole session in Spanish has no English word, from the library to the end", async () => {
    const { page, faults } = await open({ known: true });
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Una ola lenta para tu espalda baja" }).waitFor();
    await noteTexts(page);
    assert.ok(await page.getByRole("heading", { name: "Enhebra la aguja" }).isVisible());
    await page.getByRole("link", { name: /^Suelta la espalda baja/ }).first().click();
    await page.locator("#pain").waitFor();
    assert.ok(await page.getByText("Muévete solo hasta donde te resulte fácil.").isVisible());
    await denyAll(page);
    // Slowly at first: what is said once for two seconds must stand on the screen of a slow machine, too.
    await atSpeed(page, 10);
    await page.getByRole("button", { name: "Empezar" }).click();
    await section(page, "Centro", 60);
    await page.getByRole("heading", { name: "Quédate sentada cuanto quieras" }).waitFor({ timeout: 120_000 });
    const { noted, foreign } = await foreignWords(page);
    assert.deepEqual(foreign, []);
    for (const said of ["Prepárate", "Ronda para aprender", "Centro", "Lado izquierdo", "Lado derecho", "Ahora conmigo: inhala.", "redondea y ven adelante"])
      assert.ok(noted.toLowerCase().replace(/\s+/g, " ").includes(said.toLowerCase()), said);
    assert.deepEqual(faults, []);
  });

  test("a workout in Spanish is listed, composed and led from one exercise to the next with no English word", async () => {
    const { page, faults } = await open({ known: true });
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Una ola lenta para tu espalda baja" }).waitFor();
    await noteTexts(page);
    const listed = await page.locator(".workouts h3").allTextContents();
    assert.deepEqual(listed, ["Cinco minutos para la espalda baja", "Veinte minutos de movilidad en el embarazo", "Calma para la noche", "En el escritorio"]);
    await page.getByRole("link", { name: /^Cinco minutos para la espalda baja/ }).click();
    await page.locator("#pain").waitFor();
    assert.deepEqual(await page.locator(".parts ol li").allTextContents(), ["Mécete atrás y adelante", "De redonda a plana y vuelta"]);
    await denyAll(page);
    await page.evaluate(() => history.replaceState(null, "", `?speed=20${location.hash}`));
    await page.getByRole("button", { name: "Empezar" }).click();
    await page.getByRole("heading", { name: "Quédate sentada cuanto quieras" }).waitFor({ timeout: 120_000 });
    const { noted, foreign } = await foreignWords(page);
    assert.deepEqual(foreign, []);
    for (const said of ["Exhala, y vuelve al centro.", "Ahora: De redonda a plana y vuelta."])
      assert.ok(noted.replace(/\s+/g, " ").includes(said), said);
    await page.evaluate(() => { location.hash = "#/diary"; });
    await page.getByText("Cinco minutos para la espalda baja").first().waitFor();
    assert.deepEqual(faults, []);
  });

  test("what is wrong with a text, and what was filled in, is said in Spanish", async () => {
    const { page, faults } = await open({ known: true });
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Una ola lenta para tu espalda baja" }).waitFor();
    await go(page, "own");
    await page.locator("textarea").fill("Come onto your hands and knees.\nExhale and round your spine. Hold your breath.");
    await page.getByText("aquí no se contiene la respiración").or(page.getByText("Aquí no se contiene la respiración")).first().waitFor();
    assert.ok(await page.getByText("El texto no dice cuántas veces: hemos puesto seis rondas.").isVisible());
    assert.ok(await page.getByText("toda la columna se redondea").isVisible());
    assert.deepEqual(faults, []);
  });
});
