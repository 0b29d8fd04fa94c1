// SPDX-License-Identifier: Apache-2.0
// What the pages of a published site need (src/publish): their style, their letters and their few scripts, under names
// that the templates know.
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  publicDir: false,
  build: {
    outDir: "dist/published",
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: { site: "src/published/site.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
