// SPDX-License-Identifier: Apache-2.0
// Plays the built page in a real Chromium and takes the pictures of docs/pictures: a whole way from the beginning through
// the check-in into a session, and its stop.
//
//   node scripts/pictures.mjs FOLDER        the page is served from dist/ at a path of its own, without our server
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const [, , folder] = process.argv;
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname).replace(/^\/some\/path\//, "");
  const file = path === "" ? "index.html" : path;
  try {
    const body = await readFile(join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../dist", file));
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const site = `http://127.0.0.1:${server.address().port}/some/path/`;

const flags = ["--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required"];
const profile = await mkdtemp(join(tmpdir(), "supple-"));
const browser = await chromium.launchPersistentContext(profile, { executablePath: "/usr/bin/chromium", headless: true, args: flags });
const faults = [];
const expect = (good, what) => good || faults.push(what);

async function walk(name, width, height) {
  const page = await browser.newPage();
  await page.setViewportSize({ width, height });
  page.on("pageerror", (error) => faults.push(`${name}: ${error}`));
  page.on("request", (request) => expect(request.url().startsWith(site) || request.url().startsWith("data:"), `${request.url()} leaves the site`));
  const picture = (what) => page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  await page.goto(site);
  await page.getByRole("button", { name: "Start" }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await picture("home");
  expect((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name}: the page is wider than the screen`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: /: No$/ }).first().waitFor();
  const start = page.getByRole("button", { name: "Start" });
  expect((await start.getAttribute("aria-disabled")) === "true", "she could start without answering");
  for (const no of await page.getByRole("button", { name: /: No$/ }).all()) await no.click();
  await picture("check-in");
  await start.click();
  await page.locator(".session .caption").waitFor();
  await page.waitForFunction(() => document.querySelector(".caption")?.textContent !== "");
  await picture("session-centre");
  await page.keyboard.press("Space");
  expect(await page.getByRole("button", { name: "Go on" }).isVisible(), "Space does not pause");
  await page.getByRole("button", { name: "STOP" }).click();
  await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
  await picture("stopped");
  await page.close();
}

await walk("phone-day", 390, 844);
await walk("desktop-day", 1440, 900);
await browser.close();
server.close();
for (const fault of faults) console.error(`fault: ${fault}`);
console.log(`${2 - Math.min(2, faults.length)} passed, ${Math.min(2, faults.length)} failed`);
process.exit(faults.length ? 1 : 0);
