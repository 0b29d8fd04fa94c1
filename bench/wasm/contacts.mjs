// SPDX-License-Identifier: Apache-2.0
// node bench/wasm/contacts.mjs MODULE: microseconds a frame of the contact solve, the median of eleven runs.
import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const frames = 240;
const times = 20;
const wasi = new WASI({ version: "preview1" });
const module = await WebAssembly.compile(readFileSync(process.argv[2]));
const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
wasi.initialize(instance);
instance.exports.solve(times); // compiled to machine code by then
const runs = Array.from({ length: 11 }, () => {
  const began = performance.now();
  instance.exports.solve(times);
  return ((performance.now() - began) * 1000) / (times * frames);
});
console.log(runs.sort((a, b) => a - b)[5].toFixed(2));
