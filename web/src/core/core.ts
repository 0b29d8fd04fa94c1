// SPDX-License-Identifier: Apache-2.0
// The core (src/wasm/core.h) as typed functions.
import { systemOf } from "./wasi";
import type { Said, Wording, Written } from "./written";

export type State = "ready" | "leading" | "paused" | "finished" | "stopped";
export type EventName = "start" | "pause" | "resume" | "slower" | "faster" | "skip" | "stop";
export type Breath = "inhale" | "exhale" | "free";
export type ToneName = "inhale" | "exhale" | "side_switch" | "end";

export interface Moment {
  readonly state: State;
  readonly section: number;
  readonly breath: Breath;
  readonly phase: number;
  readonly phase_fraction: number;
  readonly phase_duration_s: number;
  readonly breaths_done: number;
  readonly breaths_in_all: number;
  readonly left_s: number;
  readonly position_s: number;
  readonly slowest: boolean;
  readonly fastest: boolean;
}

export interface Action {
  readonly kind: "speak" | "tone" | "caption" | "phase" | "state" | "silence";
  readonly at_s: number;
  readonly duration_s?: number;
  readonly text?: string;
  readonly clip?: string;
  /** Of a caption: it is of the breath that comes next. */
  readonly ahead?: boolean;
  readonly tone?: ToneName;
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
  readonly pelvis?: boolean;
  readonly head_up?: boolean;
  readonly belly?: boolean;
  readonly own_breath?: boolean;
  /** Comfort that is not chosen is offered by voice. */
  readonly offers?: boolean;
  readonly pace_bpm?: number;
  readonly weeks_after_birth?: number;
}

export interface Question {
  readonly id: string;
  readonly yes: "stop" | "not_now" | "talk_first";
}

/** What is known of her when she wants to begin (guide/screening.h). */
export interface Visit {
  readonly day: number;
  readonly after_birth: boolean;
  readonly week: number;
  readonly screened: object | null;
  readonly stopped_since: boolean;
  readonly talked: boolean;
  readonly stops: readonly number[];
  readonly stop_sign_day: number | null;
  readonly today: Readonly<Record<string, boolean>>;
}

export type Admission = "screening" | "not_now" | "talk_first" | "pause" | "today" | "not_today" | "open";

export interface Screened {
  readonly admission: Admission;
  readonly due: boolean;
  /** Those that are asked at her stage. */
  readonly questions: readonly Question[];
}

interface Timed {
  readonly start_s: number;
  readonly end_s: number;
}

/** What sounds when, at the pace with which it was opened. */
export interface Timeline {
  readonly duration_s: number;
  readonly cues: readonly (Timed & { readonly text: string; readonly clip: string })[];
  readonly tones: readonly (Timed & { readonly kind: ToneName })[];
}

/** Seconds of each clip that can be heard. */
export type ClipLengths = Readonly<Record<string, number>>;

export interface Opened {
  readonly session: Timeline & {
    readonly title: string;
    readonly sections: readonly { readonly kind: "ready" | "teaching" | "rounds" | "sides" | "once" | "finish" | "transition"; readonly title: string; readonly breaths: number }[];
    readonly phases: readonly { readonly breath: Breath; readonly side: string; readonly section_index: number }[];
  };
  readonly texts: readonly { readonly text: string; readonly clip: string }[];
  readonly moment: Moment;
}

/** What an exercise has for a part of her: told first where she has chosen it, else offered. */
export interface Comfort {
  readonly part: string;
  readonly text: string;
  /** How the voice offers it; empty: never. */
  readonly offer: string;
  /** What is said when she takes it. */
  readonly taken: string;
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

/** Why an exercise of a workout is left out (workout/fit.h). */
export type Why = "week" | "after_birth" | "rule" | "pelvis" | "wrists" | "head";

/** What a text was understood as, for her. */
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
  readonly filled: readonly ("rounds" | "sides" | "holds" | "finish")[];
  readonly care: readonly string[];
  readonly comfort: readonly Comfort[];
  readonly first_week: number;
  readonly last_week: number;
  /** From which week after birth on it is meant for her; null: not. */
  readonly postnatal_week: number | null;
  readonly refused: readonly string[];
  readonly duration_s: number;
  /** Of a workout: what is led, and what is left out of it for her. */
  readonly exercises: readonly { readonly name: string; readonly title: string }[];
  readonly left_out: readonly { readonly name: string; readonly title: string; readonly why: Why }[];
}

/** A text whose form is broken has findings and nothing else. */
const notUnderstood: Understood = {
  title: "", tags: [], reading: { steps: [], options: [], unread: [] }, start_line: null, findings: [], playable: false,
  filled: [], care: [], comfort: [], first_week: 4, last_week: 42, postnatal_week: null, refused: [], duration_s: 0, exercises: [], left_out: [],
};

/** How she is looked at (supple_paint). */
export interface Looked {
  readonly night: boolean;
  readonly mat: boolean;
  readonly mirror: boolean;
  readonly ahead: number;
  readonly above: number;
}

const lookOf = ({ night, mat, mirror }: Looked): number => (night ? 1 : 0) + (mat ? 2 : 0) + (mirror ? 4 : 0);

/** The surfaces for a painter with a graphics card (supple_surfaces); the arrays are valid until the next call. */
export interface Surfaces {
  /** Changes when they are others. */
  readonly version: number;
  readonly points: Float32Array;
  readonly corners: Uint32Array;
  readonly cornerCount: number;
  readonly spine: Float32Array;
  readonly spineCorners: Uint32Array;
  readonly spineCornerCount: number;
  /** How many of the corners of the spine belong to a vertebra; the others are those of the sacrum. */
  readonly vertebraCorners: number;
  readonly patches: number;
}

/** Of the light nothing, all of it, or one more part of the work on it: it is given with the last. */
export type Lighting = (typeof lightings)[number];
const lightings = ["none", "whole", "part"] as const;

/** What it needs for a picture (supple_give); valid until the next call. */
export interface Given {
  readonly eye: Float32Array;
  /** How far the middle of her is from the eye, metres. */
  readonly away: number;
  readonly look: Float32Array;
  /** The wall: 0 for none, 1 behind her, 2 before her; its sides 3 each, its rim; how much its face and its rim hide; its colour. */
  readonly wall: Float32Array;
  readonly stature: number;
  readonly breath: number;
  readonly motors: Float32Array;
  readonly bones: Float32Array;
  /** Empty, and null, where there is no new light. */
  readonly open: Float32Array;
  readonly shadow: Float32Array;
  readonly shadowMiddle: Float32Array | null;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  create(): number;
  request(core: number, size: number): number;
  answer(core: number, size: number): number;
  answer_size(core: number): number;
  pose(core: number, clock: number): number;
  paint(core: number, width: number, height: number, look: number, ahead: number, above: number): number;
  surfaces(core: number): number;
  give(core: number, width: number, height: number, look: number, ahead: number, above: number, lighting: number): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A language besides English, as the site holds it for the core (library/language.es.json). */
export interface Tongue {
  readonly code: string;
  readonly lexicon: string;
  readonly guide: string;
}

export class Core {
  private readonly core: number;
  private code = "en";
  private readonly translations = new Map<string, string>();

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
    const bytes = encoder.encode(JSON.stringify(request));
    const room = this.wasm.request(this.core, bytes.length);
    if (room === 0) throw new Error("this text is too long");
    new Uint8Array(this.wasm.memory.buffer).set(bytes, room);
    const at = this.wasm.answer(this.core, bytes.length);
    const written = new Uint8Array(this.wasm.memory.buffer, at, this.wasm.answer_size(this.core));
    const answer = JSON.parse(decoder.decode(written));
    if (typeof answer.error === "string") throw new Error(answer.error);
    return answer;
  }

  /** The language that the translations after it are in. */
  speak(tongue: Tongue): void {
    this.ask({ do: "language", ...tongue });
    this.code = tongue.code;
  }

  /** From now on this exercise or workout is read, shown and said in the words of its translation. */
  translate(text: string, translation: string): void {
    this.translations.set(text, translation);
  }

  languageOf(text: string): string {
    return this.translations.has(text) ? this.code : "en";
  }

  private spoken(text: string): object {
    const translation = this.translations.get(text);
    return translation === undefined ? { text } : { text, translation };
  }

  /** The exercises that a workout may link to, for one that is translated with their translations. */
  bring(exercises: readonly { readonly name: string; readonly text: string; readonly translation?: string }[]): void {
    this.ask({ do: "bring", exercises });
  }

  /** `her`: the week of pregnancy, or all that she has told. */
  read(text: string, her: number | Settings): Understood {
    const told = typeof her === "number" ? { week: her } : { settings: her };
    return { ...notUnderstood, ...(this.ask({ do: "read", ...this.spoken(text), ...told }) as Partial<Understood>) };
  }

  /** Opens for whom the door is open, and for nobody else; with `line` it begins with the round of that line. */
  open(text: string, settings: Settings, clips: ClipLengths, visit: Visit, line = 0): Opened {
    return this.ask({ do: "open", ...this.spoken(text), settings, clips, visit, line }) as Opened;
  }

  /** A text that is being written. */
  edit(text: string): Written {
    return this.ask({ do: "edit", text }) as Written;
  }

  /** The figure that stands still does the sentence of the text last edited: pose(-1) is its beginning, pose(-2) its end. */
  show(line: number, column: number): boolean {
    return (this.ask({ do: "show", line, column }) as { readonly shown: boolean }).shown;
  }

  /** What the voice says of this line of the text last edited. */
  said(line: number): readonly Said[] {
    return (this.ask({ do: "said", line }) as { readonly said: readonly Said[] }).said;
  }

  /** Words of the lexicon for its moves. */
  wordings(): readonly Wording[] {
    return (this.ask({ do: "wordings" }) as { readonly wordings: readonly Wording[] }).wordings;
  }

  /** What may have been meant by words that are not understood; empty where nothing is near. */
  suggest(words: string): string {
    return (this.ask({ do: "suggest", words }) as { readonly words: string }).words;
  }

  screening(visit: Visit): Screened {
    return this.ask({ do: "screening", visit }) as Screened;
  }

  event(event: EventName, clock_s: number): Told {
    return this.ask({ do: "event", event, clock_s }) as Told;
  }

  advance(clock_s: number): Told {
    return this.ask({ do: "advance", clock_s }) as Told;
  }

  /** The file name, without its ending, of the clip that says this text. */
  clipName(text: string): string {
    return (this.ask({ do: "clip", text }) as { readonly clip: string }).clip;
  }

  /** The figure that stands still: pose(-1). */
  still(posture: string, moves: readonly string[], week: number): void {
    this.ask({ do: "still", posture, moves, week });
  }

  /** Poses her at a clock; returns how full of breath she is, 0 to 1. */
  pose(clock_s: number): number {
    return this.wasm.pose(this.core, clock_s);
  }

  /** The picture of the last pose, red, green, blue and alpha; valid until the next call. */
  paint(width: number, height: number, looked: Looked): Uint8ClampedArray<ArrayBuffer> {
    const at = this.wasm.paint(this.core, width, height, lookOf(looked), looked.ahead, looked.above);
    if (at === 0) throw new RangeError(`a picture of ${width} × ${height} pixels`);
    return new Uint8ClampedArray(this.wasm.memory.buffer, at, 4 * width * height);
  }

  surfaces(): Surfaces {
    const at = this.wasm.surfaces(this.core);
    const { buffer } = this.wasm.memory; // after the call, in which it may grow
    const n = new Uint32Array(buffer, at, 11);
    const number = (i: number): number => n[i] ?? 0;
    return {
      version: number(0),
      points: new Float32Array(buffer, number(1), number(2)),
      corners: new Uint32Array(buffer, number(3), number(4)),
      cornerCount: number(4),
      spine: new Float32Array(buffer, number(5), number(6)),
      spineCorners: new Uint32Array(buffer, number(7), number(8)),
      spineCornerCount: number(8),
      vertebraCorners: number(9),
      patches: number(10),
    };
  }

  give(width: number, height: number, looked: Looked, lighting: Lighting): Given {
    const at = this.wasm.give(this.core, width, height, lookOf(looked), looked.ahead, looked.above, lightings.indexOf(lighting));
    const size = new Float32Array(this.wasm.memory.buffer, at, 1)[0] ?? 0;
    const all = new Float32Array(this.wasm.memory.buffer, at, size);
    let from = 1;
    const next = (count: number): Float32Array => all.subarray(from, (from += count));
    const one = (): number => next(1)[0] ?? 0;
    const given = { eye: next(15), away: one(), look: next(37), wall: next(19), stature: one(), breath: one(), motors: next(8 * 50), bones: next(16 * 25) };
    const shadowCells = 84 * 64;
    const lit = from < size;
    const open = next(Math.max(0, size - from - shadowCells - 3));
    return { ...given, open, shadow: next(lit ? shadowCells : 0), shadowMiddle: lit ? next(3) : null };
  }
}
