// SPDX-License-Identifier: Apache-2.0
// The two hosts that the built page is tried on: any static one, at a path of its own, and our own server.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const dist = join(root, "web/dist");
const program = process.env.program ?? join(root, "build/release/src/cli/supple");
const path = "/some/path/";

const types = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".json": "application/json", ".md": "text/markdown", ".woff2": "font/woff2",
};

/** A host that knows nothing but files: the page at /some/path/, no voice. */
export async function staticSite() {
  const server = createServer(async (request, response) => {
    const asked = normalize(new URL(request.url, "http://localhost").pathname);
    const file = asked === path ? "index.html" : asked.slice(path.length);
    try {
      if (!asked.startsWith(path)) throw new Error("outside");
      const body = await readFile(join(dist, file));
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  return { url: `http://127.0.0.1:${server.address().port}${path}`, close: () => server.close() };
}

/** `supple serve` on a free port, with the voice it has. */
export async function suppleSite() {
  const server = spawn(program, ["serve", "--port", "0", "--no-open"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url: `${url}/`, close: () => server.kill() };
  }
  throw new Error(`${program} serve ended without serving`);
}
