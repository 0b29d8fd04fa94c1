// SPDX-License-Identifier: Apache-2.0
// The core needs nothing of a system. Its C library still asks for the environment, which is empty here; every other
// question is answered "not available" (52, ENOSYS of WASI).

export function systemOf(module: WebAssembly.Module, memory: () => WebAssembly.Memory): WebAssembly.Imports {
  const noVariables = (count: number, size: number): number => {
    const view = new DataView(memory().buffer);
    view.setUint32(count, 0, true);
    view.setUint32(size, 0, true);
    return 0;
  };
  const answers: Record<string, WebAssembly.ImportValue> = { environ_sizes_get: noVariables, environ_get: () => 0 };
  const system: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: space, name } of WebAssembly.Module.imports(module))
    (system[space] ??= {})[name] = answers[name] ?? (() => 52);
  return system;
}
