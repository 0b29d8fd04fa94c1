// SPDX-License-Identifier: Apache-2.0
// A text that is being written, as the core reads it (src/wasm/core.h). Lines and columns count from 1, columns and
// lengths count characters (code points).
import type { Finding, Step, Understood } from "./core";

export interface Placed {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface Clause extends Placed {
  readonly mood: "telling" | "instruction" | "avoid" | "option" | "throughout" | "unread";
  readonly moves: readonly (Placed & { readonly move: string })[];
}

export interface Sentence extends Placed {
  readonly clauses: readonly Clause[];
}

export type PlacedStep = Step & { readonly column: number };

export interface PlacedFinding extends Finding, Placed {
  /** What may take the place of the words, where something is known. */
  readonly instead?: string;
}

export interface Written {
  readonly title: string;
  /** Else an article, which is read leniently. */
  readonly exercise: boolean;
  readonly reading: Omit<Understood["reading"], "steps"> & { readonly steps: readonly PlacedStep[] };
  readonly sentences: readonly Sentence[];
  /** Of form and of the rules of any week that it is for. */
  readonly findings: readonly PlacedFinding[];
  readonly filled: readonly string[];
  readonly playable: boolean;
  readonly breaths: number;
  readonly duration_s: number;
}

export interface Said {
  readonly text: string;
  readonly clip: string;
}

export interface Wording {
  readonly move: string;
  readonly words: string;
}
