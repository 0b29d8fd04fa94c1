// SPDX-License-Identifier: Apache-2.0
// The page as static files that run at any path: the exercises of the library and the stop signs become files of the site.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { defineConfig, type Plugin } from "vite";

const library = "../library/exercises";

function content(): Plugin {
  return {
    name: "supple-content",
    generateBundle() {
      const files = readdirSync(library).filter((file) => file.endsWith(".md"));
      for (const file of files)
        this.emitFile({ type: "asset", fileName: `library/${file}`, source: readFileSync(`${library}/${file}`, "utf8") });
      this.emitFile({ type: "asset", fileName: "library/index.json", source: JSON.stringify(files) });
      const signs = JSON.stringify(parse(readFileSync("../rules/stop_signs.toml", "utf8"))["sign"]);
      this.emitFile({ type: "asset", fileName: "stop_signs.json", source: signs });
    },
  };
}

export default defineConfig({ base: "./", plugins: [content()], build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } });
