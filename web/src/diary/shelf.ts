// SPDX-License-Identifier: Apache-2.0
// Where the diary is kept: named texts on a shelf. The page keeps them in IndexedDB, our local server in SQLite; what
// they hold is the concern of others (lock.ts, diary.ts).

export interface Changes {
  /** Everything goes before anything comes. */
  readonly clear?: boolean;
  readonly put?: ReadonlyMap<string, string>;
  readonly remove?: readonly string[];
  /** What must stand there for anything to happen, null for nothing: whoever has not seen a change does not write over it. */
  readonly expect?: ReadonlyMap<string, string | null>;
}

export interface Shelf {
  /** Everything, by name. */
  all(): Promise<Map<string, string>>;
  /** Happens whole or not at all, and is kept when it resolves. */
  write(changes: Changes): Promise<void>;
  /** Empties the shelf and takes it down: nothing is left of it. */
  destroy(): Promise<void>;
}

/** Why a shelf could not be used; each has its sentence in the catalogue. */
export type Trouble = "newer" | "blocked" | "full" | "changed" | "unreachable";

export class ShelfError extends Error {
  constructor(readonly trouble: Trouble, options?: ErrorOptions) {
    super(trouble, options);
  }
}
