// SPDX-License-Identifier: Apache-2.0
// The core (src/wasm/core.h) as typed functions.
import { systemOf } from "./wasi";

export type State = "ready" | "leading" | "paused" | "finished" | "stopped";
export type EventName = "start" | "pause" | "resume" | "slower" | "faster" | "skip" | "stop";
export type Breath = "inhale" | "exhale" | "free";

export interface Moment {
  readonly state: State;
  readonly section: number;
  readonly section_title: string;
  readonly breath: Breath;
  readonly phase: number;
  readonly phase_fraction: number;
  readonly phase_duration_s: number;
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

export const wrists = ["palms", "fists", "forearms"] as const;

export interface Settings {
  readonly week: number;
  readonly wrists: (typeof wrists)[number];
  readonly knees_padded: boolean;
}

/** Seconds of each clip that can be heard. */
export type ClipLengths = Readonly<Record<string, number>>;

export interface Opened {
  readonly session: { readonly title: string; readonly sections: readonly { readonly title: string; readonly breaths: number }[] };
  readonly texts: readonly { readonly text: string; readonly clip: string }[];
  readonly moment: Moment;
}

export interface Finding {
  readonly name: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

export interface Step {
  readonly line: number;
  readonly breath: Breath;
  readonly side: string;
  readonly moves: readonly string[];
}

/** What a text was understood as, for her week. */
export interface Understood {
  readonly title: string;
  readonly tags: readonly string[];
  readonly reading: {
    readonly steps: readonly Step[];
    readonly options: readonly { readonly line: number }[];
    readonly unread: readonly { readonly line: number; readonly text: string }[];
  };
  /** The line that names the posture in which it begins. */
  readonly start_line: number | null;
  readonly findings: readonly Finding[];
  readonly playable: boolean;
  readonly filled: readonly string[];
  readonly care: readonly string[];
  readonly comfort: readonly { readonly part: string; readonly text: string }[];
  readonly first_week: number;
  readonly last_week: number;
  readonly refused: readonly string[];
  readonly duration_s: number;
}

/** A text whose form is broken has findings and nothing else. */
const notUnderstood: Understood = {
  title: "", tags: [], reading: { steps: [], options: [], unread: [] }, start_line: null, findings: [], playable: false,
  filled: [], care: [], comfort: [], first_week: 4, last_week: 42, refused: [], duration_s: 0,
};

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  create(): number;
  request(core: number, size: number): number;
  answer(core: number, size: number): number;
  answer_size(core: number): number;
  draw(core: number, clock: number): number;
}

export class Core {
  private readonly core: number;

  private constructor(private readonly wasm: Exports) {
    wasm._initialize();
    this.core = wasm.create();
  }

  static async from(bytes: BufferSource): Promise<Core> {
    const module = await WebAssembly.compile(bytes);
    let memory: WebAssembly.Memory | undefined;
    const { exports } = await WebAssembly.instantiate(module, systemOf(module, () => memory!));
    memory = exports["memory"] as WebAssembly.Memory;
    return new Core(exports as unknown as Exports);
  }

  private ask(request: object): unknown {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const room = this.wasm.request(this.core, bytes.length);
    if (room === 0) throw new Error("this text is too long");
    new Uint8Array(this.wasm.memory.buffer).set(bytes, room);
    const at = this.wasm.answer(this.core, bytes.length);
    const written = new Uint8Array(this.wasm.memory.buffer, at, this.wasm.answer_size(this.core));
    const answer = JSON.parse(new TextDecoder().decode(written));
    if (typeof answer.error === "string") throw new Error(answer.error);
    return answer;
  }

  read(text: string, week: number): Understood {
    return { ...notUnderstood, ...(this.ask({ do: "read", text, week }) as Partial<Understood>) };
  }

  open(text: string, settings: Settings, clips: ClipLengths): Opened {
    return this.ask({ do: "open", text, settings, clips }) as Opened;
  }

  event(event: EventName, clock_s: number): Told {
    return this.ask({ do: "event", event, clock_s }) as Told;
  }

  advance(clock_s: number): Told {
    return this.ask({ do: "advance", clock_s }) as Told;
  }

  /** Poses the figure that stands still: draw(-1). */
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
