// SPDX-License-Identifier: Apache-2.0
// Where exercise files are kept: the library folder behind our local server (src/studio/desk_answer.h), else this browser.
import { host } from "../host";
import { BrowserFolder } from "./browser_folder";
import { ServerFolder } from "./server_folder";

export interface File {
  readonly text: string;
  /** Another one whenever the file is another. */
  readonly tag: string;
}

/** Why something was not done. `changed`: the file is another one than was expected; `is`: what it is, null for none. */
export type Refusal =
  | { readonly why: "unreachable" | "full" | "name" | "failed" }
  | { readonly why: "changed"; readonly is: File | null };

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.why);
  }
}

export interface Folder {
  /** Where it is, in words for her; empty where it is this browser. */
  readonly place: string;
  names(): Promise<readonly string[]>;
  /** Null where there is no such file. */
  open(name: string): Promise<File | null>;
  /** Writes over the file that has this tag, or a new one (null); gives the new tag. Everything else is refused. */
  write(name: string, text: string, expect: string | null): Promise<string>;
  rename(name: string, to: string, expect: string): Promise<string>;
  remove(name: string, expect: string): Promise<void>;
}

/** What a file may be called, without its ending. */
export const nameForm = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** "A slow wave, again" → "a-slow-wave-again". */
export function nameOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "") || "exercise";
}

/** `name`, or with a number where it is taken. */
export function freeName(name: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  for (let number = 2; ; number += 1) {
    if (!all.has(name)) return name;
    name = `${name.replace(/-\d+$/, "").slice(0, 58)}-${number}`;
  }
}

export async function folderHere(): Promise<Folder> {
  const { desk } = await host();
  return desk === undefined ? new BrowserFolder() : new ServerFolder(desk);
}
