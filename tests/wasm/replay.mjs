// SPDX-License-Identifier: Apache-2.0
// Plays tests/wasm/log.json through the browser's module and compares the hash of every answer and every drawing with
// the golden one, which core_test.cpp holds the native core to as well; and so the hash of a session led by events.txt.
//
//   node tests/wasm/replay.mjs CORE.wasm [ROOT]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerOf, coreModule } from "./core_module.mjs";

const [, , modulePath, root = "."] = process.argv;

// FNV-1a, 64 bits.
let hash = 0xcbf29ce484222325n;
const fold = (bytes) => {
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
};

const wasm = coreModule(modulePath);

const core = wasm.create();
const memory = (at, size) => new Uint8Array(wasm.memory.buffer, at, size);

function ask(request) {
  const answer = answerOf(wasm, core, request);
  fold(answer);
  return answer;
}

function draw(clock_s) {
  const [width, height, look] = [64, 40, 2];
  wasm.pose(core, clock_s);
  fold(memory(wasm.paint(core, width, height, look, 0, 0), width * height * 4));
}

for (const step of JSON.parse(readFileSync(join(root, "tests/wasm/log.json"), "utf8"))) {
  if (step.ask) ask(step.text_from ? { ...step.ask, text: readFileSync(join(root, step.text_from), "utf8") } : step.ask);
  if (step.draw !== undefined) draw(step.draw);
  if (step.every_s) {
    const count = Math.floor((step.until_s - step.from_s) / step.every_s);
    for (let i = 1; i <= count; ++i) {
      const clock_s = step.from_s + i * step.every_s;
      ask({ do: "advance", clock_s });
      draw(clock_s);
    }
  }
}

const file = (path) => readFileSync(join(root, path), "utf8");
const found = hash.toString(16).padStart(16, "0");
const request = { ...JSON.parse(file("tests/wasm/events.json")), text: file("tests/wasm/exercise.md"), log: file("tests/wasm/events.txt") };
const led = JSON.parse(new TextDecoder().decode(ask(request))).hash;

for (const [what, is, path] of [
  ["answers and drawings", found, "tests/wasm/golden.txt"],
  ["a session led by events", led, "tests/wasm/events_golden.txt"],
]) {
  const golden = file(path).trim();
  console.log(`replay.mjs: ${what}: ${is}, ${is === golden ? "as the native core" : `not ${golden}`}`);
  if (is !== golden) process.exitCode = 1;
}
