// SPDX-License-Identifier: Apache-2.0
// What a frame of the figure takes in WebAssembly: posed and painted at 720 × 720, and posed and handed over to a graphics
// card, with and without the light; medians of 60 frames of a session, ms.
//
//   node bench/figure/in_wasm.mjs build/wasm/src/wasm/core.wasm
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { answerOf, coreModule } from "../../tests/wasm/core_module.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const wasm = coreModule(process.argv[2]);
const core = wasm.create();

const ask = (request) => JSON.parse(new TextDecoder().decode(answerOf(wasm, core, request)));

const text = readFileSync(join(root, "library/exercises/release-your-low-back.md"), "utf8");
const { error } = ask({ do: "open", text, settings: { week: 30, pace_bpm: 6 }, clips: {} });
if (error) throw new Error(error);
ask({ do: "event", event: "start", clock_s: 0 });

function median(what) {
  const times = [];
  for (let i = 0; i < 60; i += 1) {
    const clock_s = 60 + i / 10;
    ask({ do: "advance", clock_s });
    const began = performance.now();
    wasm.pose(core, clock_s);
    what();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[30].toFixed(2);
}

const began = performance.now();
wasm.pose(core, 60);
wasm.paint(core, 720, 720, 2, 0, 0);
console.log(`her likeness made and painted once: ${(performance.now() - began).toFixed(0)} ms`);
console.log(`painted at 720 × 720: ${median(() => wasm.paint(core, 720, 720, 2, 0, 0))} ms`);
wasm.surfaces(core);
console.log(`handed to a graphics card: ${median(() => wasm.give(core, 720, 720, 2, 0, 0, 0))} ms, with the light ${median(() => wasm.give(core, 720, 720, 2, 0, 0, 1))} ms`);
