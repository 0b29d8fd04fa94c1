// SPDX-License-Identifier: Apache-2.0
// The core (src/wasm/core.h) as typed functions.

export type State = "ready" | "leading" | "paused" | "finished" | "stopped";
export type EventName = "start" | "pause" | "resume" | "slower" | "faster" | "skip" | "stop";

export interface Moment {
  readonly state: State;
  readonly section_title: string;
  readonly breath: "inhale" | "exhale" | "free";
  readonly phase_fraction: number;
  readonly breaths_done: number;
  readonly breaths_in_all: number;
  readonly left_s: number;
  readonly slowest: boolean;
  readonly fastest: boolean;
}

export interface Action {
  readonly kind: "speak" | "tone" | "caption" | "phase" | "state" | "silence";
  readonly at_s: number;
  readonly duration_s?: number;
  readonly text?: string;
  readonly clip?: string;
  readonly tone?: "inhale" | "exhale" | "side_switch" | "end";
}

export interface Told {
  readonly actions: readonly Action[];
  readonly moment: Moment;
}

export interface Settings {
  readonly week: number;
  readonly wrists: "palms" | "fists";
  readonly knees_padded: boolean;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  create(): number;
  request(core: number, size: number): number;
  answer(core: number, size: number): number;
  answer_size(core: number): number;
  draw(core: number, clock: number): number;
}

/** The module asks the system for nothing that it needs: an empty environment, and "not available" for all else. */
function imports(module: WebAssembly.Module, memory: () => WebAssembly.Memory): WebAssembly.Imports {
  const empty = (count: number, size: number): number => {
    const view = new DataView(memory().buffer);
    view.setUint32(count, 0, true);
    view.setUint32(size, 0, true);
    return 0;
  };
  const spaces: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: space, name } of WebAssembly.Module.imports(module))
    (spaces[space] ??= {})[name] = name === "environ_sizes_get" ? empty : name === "environ_get" ? () => 0 : () => 52;
  return spaces;
}

export class Core {
  private readonly core: number;

  private constructor(private readonly wasm: Exports) {
    wasm._initialize();
    this.core = wasm.create();
  }

  static async load(url: string): Promise<Core> {
    const module = await WebAssembly.compile(await (await fetch(url)).arrayBuffer());
    let wasm: Exports | undefined;
    const instance = await WebAssembly.instantiate(module, imports(module, () => wasm!.memory));
    wasm = instance.exports as unknown as Exports;
    return new Core(wasm);
  }

  private ask(request: object): unknown {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    new Uint8Array(this.wasm.memory.buffer).set(bytes, this.wasm.request(this.core, bytes.length));
    const at = this.wasm.answer(this.core, bytes.length);
    const answer = JSON.parse(new TextDecoder().decode(new Uint8Array(this.wasm.memory.buffer, at, this.wasm.answer_size(this.core))));
    if (typeof answer.error === "string") throw new Error(answer.error);
    return answer;
  }

  open(text: string, settings: Settings, clips: Record<string, number>): { moment: Moment } {
    return this.ask({ do: "open", text, settings, clips }) as { moment: Moment };
  }

  event(event: EventName, clock_s: number): Told {
    return this.ask({ do: "event", event, clock_s }) as Told;
  }

  advance(clock_s: number): Told {
    return this.ask({ do: "advance", clock_s }) as Told;
  }

  still(posture: string, moves: readonly string[], week: number): void {
    this.ask({ do: "still", posture, moves, week });
  }

  /** The drawing at a clock; valid until the next call. */
  draw(clock_s: number): Float32Array {
    const at = this.wasm.draw(this.core, clock_s);
    const size = new Float32Array(this.wasm.memory.buffer, at, 1)[0] ?? 0;
    return new Float32Array(this.wasm.memory.buffer, at, size);
  }
}
