// SPDX-License-Identifier: Apache-2.0
// A published site on a host of files only: valid, accessible, small, readable without scripts; search, share, the player,
// and what a stranger may put into a text or a link.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { violations } from "./axe.mjs";
import { desktop, openBrowser, phone, smallPhone } from "./browser.mjs";
import { program, root, staticSite } from "./site.mjs";

const run = promisify(execFile);
const carried = (text) => deflateSync(text).toString("base64url");
const evil = `"><img src=x onerror="document.title='stolen'"><script>document.title='stolen'</script>`;

/** What every page of each kind is. */
const kinds = {
  home: "", exercise: "exercises/release-your-low-back/", tags: "tags/", tag: "tags/low-back/", author: "author/", workout: "workouts/twenty-minutes-of-prenatal-mobility/", search: "search/",
  embedded: "exercises/release-your-low-back/embed/", "home in Spanish": "es/", "exercise in Spanish": "es/exercises/release-your-low-back/", "search in Spanish": "es/search/",
};

describe("a published site", () => {
  let folder, site, browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "supple-"));
    const library = join(folder, "library");
    await cp(join(root, "library"), library, { recursive: true });
    const text = await readFile(join(library, "exercises/rock-back.md"), "utf8");
    await writeFile(join(library, "exercises/evil.md"), text.replace(/title: .*\ntags: .*/, () => `title: ${evil}\ntags: [${evil}]`));
    const order = await readFile(join(library, "exercises/order.txt"), "utf8");
    await writeFile(join(library, "exercises/order.txt"), `${order.trimEnd()}\nevil\n`);
    await run(program, ["publish", library, "-o", join(folder, "site"), "--address", "https://example.org/supple", "--voice", "none", "--cards"], { cwd: root });
    site = await staticSite({ folder: join(folder, "site") });
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    site?.close();
    await rm(folder, { recursive: true });
  });

  async function open(path, { faults = [], ...options } = {}) {
    const context = await browser.newContext({ viewport: phone, serviceWorkers: "block", ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => !/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(site.url) && faults.push(`${request.url()} leaves the site`));
    await page.goto(site.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }

  test("is valid HTML on every page", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:document"], rules: { "long-title": "off", "no-trailing-whitespace": "off", "require-sri": "off" } });
    const names = (await readdir(join(folder, "site"), { recursive: true })).filter((name) => name.endsWith(".html") && !name.startsWith("player"));
    assert.ok(names.length > 40);
    for (const name of names) {
      const report = await validator.validateString(await readFile(join(folder, "site", name), "utf8"));
      assert.deepEqual(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`)), []);
    }
  });

  for (const [kind, path] of Object.entries(kinds))
    test(`the page "${kind}" is accessible, small, and fits the smallest phone`, async () => {
      for (const colorScheme of ["light", "dark"]) {
        const faults = [];
        let bytes = 0;
        const context = await browser.newContext({ viewport: colorScheme === "light" ? smallPhone : desktop, colorScheme, serviceWorkers: "block" });
        const page = await context.newPage();
        page.on("response", async (response) => (bytes += (await response.body()).length));
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        await page.goto(site.url + path, { waitUntil: "networkidle" });
        assert.deepEqual(await violations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the screen");
        assert.ok(bytes < 100_000, `${bytes} bytes`);
        assert.deepEqual(faults, []);
        await context.close();
      }
    });

  test("reads without scripts: steps, comfort, care, and the word that it is no medical advice", async () => {
    const page = await open(kinds.exercise, { javaScriptEnabled: false });
    for (const words of ["Exhale: come back to the centre.", "Fold your mat double", "If anything hurts, stop.", "education, not medical advice"])
      assert.ok(await page.getByText(words).first().isVisible(), words);
    assert.equal(await page.getByRole("button").count(), 0, "no button that does nothing");
    const next = await page.getByRole("link", { name: "all fours" }).getAttribute("href");
    await page.goto(new URL(next, page.url()).href);
    assert.ok((await page.getByRole("main").getByRole("listitem").count()) > 3);
  });

  test("search forgives a slip, finds by tag and by what is said, and says when it finds nothing", async () => {
    const faults = [];
    const page = await open(kinds.search, { faults });
    const field = page.getByRole("searchbox");
    const first = page.locator("#found a").first();
    for (const [words, title] of [["releese your lwo back", "Release your low back"], ["needel", "Thread the needle"], ["fingers long", "Release your low back"]]) {
      await field.fill(words);
      await page.waitForFunction((asked) => new URLSearchParams(location.search).get("q") === asked, words);
      assert.equal(await first.locator(".row").textContent(), title, words);
    }
    await field.fill("xylophone");
    await page.getByText("Nothing with these words.").waitFor();
    assert.equal(await page.locator("#found a").count(), 0);
    const again = await open(`${kinds.search}?q=thread`, { faults });
    await again.getByRole("link", { name: /Thread the needle/ }).click();
    await again.getByRole("heading", { level: 1, name: "Thread the needle" }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("share: the link and the line for another page are copied, the device's own way is offered where there is one", async () => {
    const faults = [];
    const page = await open(kinds.exercise, { faults, permissions: ["clipboard-read", "clipboard-write"] });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole("button", { name: /^Copy the link/ }).click();
    await page.getByRole("button", { name: /^Copied/ }).waitFor();
    assert.equal(await copied(), "https://example.org/supple/exercises/release-your-low-back/");
    await page.getByRole("button", { name: /^Copy the line/ }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("<iframe"));
    const line = await copied();
    assert.match(line, /^<iframe src="https:\/\/example\.org\/supple\/exercises\/release-your-low-back\/embed\/" [^<]*><\/iframe>$/);
    assert.equal(await page.getByRole("button", { name: /^Share/ }).count(), 0);
    const context = await browser.newContext({ viewport: phone });
    await context.addInitScript(() => (navigator.share = async (what) => void (window.shared = what)));
    const other = await context.newPage();
    await other.goto(site.url + kinds.exercise);
    await other.getByRole("button", { name: /^Share/ }).click();
    assert.deepEqual(await other.evaluate(() => window.shared), { title: "Release your low back", url: "https://example.org/supple/exercises/release-your-low-back/" });
    assert.deepEqual(faults, []);
  });

  test("Start leads to the player with this exercise, and back to the site", async () => {
    const faults = [];
    const page = await open(kinds.exercise, { faults });
    await page.getByRole("link", { name: "Start Release your low back" }).click();
    await page.waitForURL(/player\/\?exercise=release-your-low-back&language=en#\/check-in\/release-your-low-back/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(() => { location.hash = "#/"; });
    await page.getByRole("link", { name: "All exercises of this site" }).click();
    await page.getByRole("heading", { level: 1, name: "A slow wave for your low back." }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("the pages in Spanish: from the English one and back, searched, and the player started in Spanish", async () => {
    const faults = [];
    const page = await open(kinds.exercise, { faults });
    await page.getByRole("link", { name: "Español" }).click();
    await page.getByRole("heading", { level: 1, name: "Suelta la espalda baja" }).waitFor();
    await page.getByRole("link", { name: "Buscar" }).click();
    await page.getByRole("searchbox").fill("agja");
    await page.getByText("1 ejercicio y 1 sesión").waitFor();
    await page.locator("#found a").first().click();
    await page.getByRole("heading", { level: 1, name: "Enhebra la aguja" }).waitFor();
    await page.getByRole("link", { name: "Empezar Enhebra la aguja" }).click();
    await page.waitForURL(/player\/\?exercise=thread-the-needle&language=es#\/check-in\/thread-the-needle/);
    await page.getByRole("heading", { level: 1, name: "Antes de la primera vez" }).waitFor();
    await page.evaluate(() => { location.hash = "#/"; });
    await page.getByRole("link", { name: /Enhebra la aguja/ }).first().waitFor();
    await page.getByRole("link", { name: "Todos los ejercicios de este sitio" }).click();
    await page.getByRole("heading", { level: 1, name: "Una ola lenta para tu espalda baja." }).waitFor();
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "A slow wave for your low back." }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("the page for other sites starts the player within their frame", async () => {
    const faults = [];
    const page = await (await browser.newContext({ viewport: phone, serviceWorkers: "block" })).newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.setContent(`<h1>A blog</h1><iframe src="${site.url}${kinds.embedded}" title="x" width="390" height="640"></iframe>`);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("link", { name: "Start Release your low back" }).click();
    await frame.getByRole("heading", { level: 1, name: "Before the first time" }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("a link that carries a text opens it through the reader", async () => {
    const faults = [];
    const page = await open(kinds.exercise, { faults });
    await page.getByRole("link", { name: "The whole text in one link" }).click();
    await page.getByRole("heading", { level: 1, name: "Bring your own" }).waitFor();
    assert.equal(await page.getByLabel("The text").inputValue(), await readFile(join(root, "library/exercises/release-your-low-back.md"), "utf8"));
    await page.getByLabel("Which week are you in?").selectOption("24");
    await page.getByRole("link", { name: "Practise this" }).waitFor();
    assert.deepEqual(faults, []);
  });

  test("sharing a pasted text makes such a link", async () => {
    const faults = [];
    const page = await open("player/#/own", { faults, permissions: ["clipboard-read", "clipboard-write"] });
    const text = "Kneel on your mat.\nExhale: round your spine. <b>ß</b> 腰";
    await page.getByLabel("The text").fill(text);
    await page.getByRole("button", { name: "Share this text" }).click();
    await page.getByText("The link is copied.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(link.startsWith(`${site.url}player/#/text/`));
    const other = await open(link.slice(site.url.length), { faults });
    await other.waitForFunction((expected) => document.querySelector("textarea")?.value === expected, text);
    const { stdout } = await run(program, ["read", link]);
    assert.match(stdout, /the whole spine rounds/);
    assert.deepEqual(faults, []);
  });

  test("a bad link is told in words, and no link is ever HTML", async () => {
    const faults = [];
    for (const [letters, told] of [["AAAA", /cut off/], ["", /cut off/], [carried("round").slice(0, -6), /cut off/], ["a".repeat(50_000), /longer than any/], [carried("a".repeat(200_000)), /cut off/]]) {
      const page = await open(`player/#/text/${letters}`, { faults });
      assert.match(await page.getByRole("alert").textContent(), told);
      await page.context().close();
    }
    const page = await open(`player/#/text/${carried(`Kneel. ${evil}\n<svg onload="document.title='stolen'">`)}`, { faults });
    await page.getByLabel("Which week are you in?").selectOption("24");
    await page.locator(".lines li").first().waitFor();
    assert.equal(await page.locator("main img, main script, main svg[onload]").count(), 0);
    assert.notEqual(await page.title(), "stolen");
    assert.deepEqual(faults, []);
  });

  test("a title or a tag of a stranger stays words on every page", async () => {
    const faults = [];
    for (const path of ["", "exercises/evil/", "exercises/evil/embed/", "tags/", "search/?q=img", "player/?exercise=evil#/check-in/evil"]) {
      const page = await open(path, { faults });
      assert.equal(await page.locator("img[src=x]").count(), 0, path);
      assert.notEqual(await page.title(), "stolen", path);
      await page.context().close();
    }
    assert.deepEqual(faults, []);
  });
});
