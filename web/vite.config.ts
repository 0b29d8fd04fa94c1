// SPDX-License-Identifier: Apache-2.0
// The page as static files that run at any path: the exercises of the library become files of the site, and what the first
// screen says of them is read by the core here, once for everybody.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { Core, type Tongue } from "./src/core/core";
import { type Listed, shownWeek } from "./src/site";
import { serviceWorker } from "./worker/build";

const library = "../library/exercises";
const workouts = "../library/workouts";

/** Besides English. */
const languages = readdirSync("../lexicon").flatMap((file) => /^guide\.(..)\.toml$/.exec(file)?.[1] ?? []);

/** The files of a folder, by name, as the page shows them: in the order of its order.txt, which names each of them. */
function ordered(folder: string): string[] {
  const names = readFileSync(`${folder}/order.txt`, "utf8").split("\n").filter(Boolean);
  const forgotten = readdirSync(folder).filter((file) => file.endsWith(".md") && !names.includes(file.split(".")[0]!));
  if (forgotten.length > 0) throw new Error(`${folder}/order.txt does not name ${forgotten.join(", ")}; instead: a line for each file`);
  return names;
}

const textOf = (folder: string, file: string): string => readFileSync(`${folder}/${file}`, "utf8");

function translationOf(folder: string, name: string, language: string): { readonly translation?: string } {
  const file = `${name}.${language}.md`;
  return existsSync(`${folder}/${file}`) ? { translation: textOf(folder, file) } : {};
}

/** What the index of a folder lists; what cannot be led is not published. Without a translation it stays English. */
function listed(core: Core, folder: string, name: string, language: string): Listed {
  const { translation } = translationOf(folder, name, language);
  const text = textOf(folder, `${name}.md`);
  if (translation !== undefined) core.translate(text, translation);
  const { title, tags, duration_s, playable, exercises, left_out } = core.read(text, shownWeek);
  const file = translation === undefined ? `${name}.md` : `${name}.${language}.md`;
  if (!playable) throw new Error(`${folder}/${file} cannot be led; instead: see supple check ${file}`);
  return { name, language: core.languageOf(text), title, tags, duration_s, exercises: [...exercises, ...left_out].map(({ name }) => name) };
}

/** The files of a language as the core reads them. */
function tongueOf(code: string): Tongue {
  const packed = (file: string): string => execFileSync("python3", ["../cmake/pack_table.py", `../lexicon/${file}`], { encoding: "utf8" });
  return { code, lexicon: packed(`${code}.toml`), guide: packed(`guide.${code}.toml`) };
}

function content(): Plugin {
  return {
    name: "supple-content",
    async generateBundle() {
      const bytes = readFileSync("public/core.wasm");
      const core = await Core.from(bytes);
      core.bring(ordered(library).map((name) => ({ name, text: textOf(library, `${name}.md`) })));
      const put = (file: string, content: object): void => void this.emitFile({ type: "asset", fileName: `library/${file}`, source: JSON.stringify(content) });
      const emit = (folder: string, to: string): void => {
        for (const file of readdirSync(folder).filter((each) => each.endsWith(".md"))) this.emitFile({ type: "asset", fileName: `library/${to}${file}`, source: textOf(folder, file) });
        put(`${to}index.json`, ordered(folder).map((name) => listed(core, folder, name, "en")));
      };
      emit(library, "");
      emit(workouts, "workouts/");
      for (const code of languages) {
        const speaking = await Core.from(bytes);
        const tongue = tongueOf(code);
        speaking.speak(tongue);
        speaking.bring(ordered(library).map((name) => ({ name, text: textOf(library, `${name}.md`), ...translationOf(library, name, code) })));
        put(`index.${code}.json`, ordered(library).map((name) => listed(speaking, library, name, code)));
        put(`workouts/index.${code}.json`, ordered(workouts).map((name) => listed(speaking, workouts, name, code)));
        put(`language.${code}.json`, tongue);
      }
      // Of itself the page has no voice, which is said rather than left to be asked for in vain.
      this.emitFile({ type: "asset", fileName: "clips/index.json", source: JSON.stringify({ voice: "", clips: {}, coming: [] }) });
      // Our local server answers this address itself: it keeps the diary (src/studio/shelf_answer.h).
      this.emitFile({ type: "asset", fileName: "host.json", source: JSON.stringify({ diary: "page" }) });
    },
  };
}

export default defineConfig({ base: "./", plugins: [content(), serviceWorker("public")], build: { assetsInlineLimit: 0, target: "es2022", modulePreload: { polyfill: false } } });
