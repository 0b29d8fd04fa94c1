// SPDX-License-Identifier: Apache-2.0
// What this host has beside the page: our local server says so (host.json), any other has nothing.

export interface Host {
  /** Where the diary is kept. */
  readonly diary?: string;
  /** Whether films and cards are made here. */
  readonly makes?: boolean;
  /** The first page of the published site that this page is the player of. */
  readonly site?: string;
  /** The same in other languages than English. */
  readonly sites?: Readonly<Record<string, string>>;
  /** The library folder that the editor writes to, in words for her. */
  readonly desk?: string;
}

let asked: Promise<Host> | undefined;

async function ask(): Promise<Host> {
  try {
    const response = await fetch("host.json");
    return response.ok ? ((await response.json()) as Host) : {};
  } catch {
    return {};
  }
}

export const host = (): Promise<Host> => (asked ??= ask());
