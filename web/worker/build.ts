// SPDX-License-Identifier: Apache-2.0
// Writes the service worker of a build: which files it takes in, and a version that is another one whenever one of them is.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rollup } from "vite";

const source = new URL("worker.js", import.meta.url);

const bytesOf = (file: Rollup.OutputAsset | Rollup.OutputChunk): string | Uint8Array => (file.type === "chunk" ? file.code : file.source);

/** Letters that neither of our languages is written in: fetched if ever they are needed. */
const seldom = /-(cyrillic|greek|vietnamese)(-ext)?-/;

/** `publicFolder`: its files are copied into the build as they are. */
export function serviceWorker(publicFolder: string): Plugin {
  return {
    name: "supple-service-worker",
    enforce: "post",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const contents = new Map<string, string | Uint8Array>(Object.entries(bundle).map(([name, file]) => [name, bytesOf(file)]));
        for (const name of readdirSync(publicFolder)) contents.set(name, readFileSync(join(publicFolder, name)));
        const files = [...contents.keys()].filter((name) => !seldom.test(name)).sort();
        const worker = readFileSync(source, "utf8");
        const version = createHash("sha256").update(worker);
        for (const name of files) version.update(name).update(contents.get(name)!);
        const written = worker.replace("__VERSION__", version.digest("hex").slice(0, 12)).replace('"__FILES__"', files.map((name) => JSON.stringify(name)).join(", "));
        this.emitFile({ type: "asset", fileName: "worker.js", source: written });
      },
    },
  };
}
