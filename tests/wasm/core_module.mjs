// SPDX-License-Identifier: Apache-2.0
// The browser's core in Node.
import { readFileSync } from "node:fs";

/** What the module exports. It asks the system for nothing that it needs; what it imports answers "not available". */
export function coreModule(path) {
  const module = new WebAssembly.Module(readFileSync(path));
  const imports = {};
  for (const { module: space, name } of WebAssembly.Module.imports(module)) (imports[space] ??= {})[name] = () => 52;
  imports.wasi_snapshot_preview1.environ_sizes_get = (count, size) => {
    new DataView(wasm.memory.buffer).setUint32(count, 0, true);
    new DataView(wasm.memory.buffer).setUint32(size, 0, true);
    return 0;
  };
  imports.wasi_snapshot_preview1.environ_get = () => 0;
  const wasm = new WebAssembly.Instance(module, imports).exports;
  wasm._initialize();
  return wasm;
}

/** The bytes of what the core answers to a request, valid until the next one. */
export function answerOf(wasm, core, request) {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  new Uint8Array(wasm.memory.buffer, wasm.request(core, bytes.length), bytes.length).set(bytes);
  const at = wasm.answer(core, bytes.length);
  return new Uint8Array(wasm.memory.buffer, at, wasm.answer_size(core));
}
