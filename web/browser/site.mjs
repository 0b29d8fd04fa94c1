// SPDX-License-Identifier: Apache-2.0
// The two hosts that the built page is tried on: any static one, at a path of its own, and our own server.
import { spawn } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = join(root, "web/dist");
export const program = process.env.program ?? join(root, "build/release/src/cli/supple");
const path = "/some/path/";

const types = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".md": "text/markdown", ".woff2": "font/woff2", ".webp": "image/webp", ".xml": "application/xml", ".pdf": "application/pdf",
};

/** A host that knows nothing but files: a folder at /some/path/, no voice. */
export async function staticSite({ folder = dist } = {}) {
  const server = createServer(async (request, response) => {
    const asked = normalize(new URL(request.url, "http://localhost").pathname);
    const file = asked.endsWith("/") ? `${asked.slice(path.length)}index.html` : asked.slice(path.length);
    try {
      if (!asked.startsWith(path)) throw new Error("outside");
      const body = await readFile(join(folder, file));
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}${path}`, close };
}

/**
 * `supple serve` on a free port (`forget` empties its diary), with the voice it has, and with a diary and a library folder of its own
 * unless they are named. `smallDisk`: no file that it writes can become longer than 1 kB.
 */
export async function suppleSite({ diary, port = 0, library, smallDisk = false } = {}) {
  const folder = library ?? (await mkdtemp(join(tmpdir(), "supple-")));
  const file = diary ?? join(await mkdtemp(join(tmpdir(), "supple-")), "diary.sqlite");
  const words = [program, "serve", "--port", String(port), "--no-open", "--diary", file, "--library", folder];
  const [command, ...rest] = smallDisk ? ["bash", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$@"', "-", ...words, "--voice", "none"] : words;
  const server = spawn(command, rest, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    const forget = () => fetch(`${url}/diary/destroy.json`, { method: "POST", headers: { "content-type": "application/json", origin: url }, body: "{}" });
    return { url: `${url}/`, process: server, library: folder, forget, close: () => server.kill() };
  }
  throw new Error(`${program} serve ended without serving`);
}
