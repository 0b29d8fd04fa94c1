// SPDX-License-Identifier: Apache-2.0
// What the site holds beside the page itself: the core, the library, the stop signs of today, and the voice's clips.
import { Core } from "./core/core";
import type { Sign } from "./signs";
import { Speech } from "./sound/speech";

export interface Exercise {
  readonly name: string;
  readonly text: string;
}

export interface Site {
  readonly core: Core;
  readonly library: readonly Exercise[];
  readonly signs: readonly Sign[];
  /** The clips that the site offers now: more of them while its voice is being made. */
  clips(): Promise<ReadonlySet<string>>;
  /** The device's own voice. */
  readonly speech: Speech;
  /** Whether the site has a voice at all. */
  readonly voice: boolean;
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function json<Value>(path: string): Promise<Value> {
  return (await (await fetched(path)).json()) as Value;
}

async function library(): Promise<Exercise[]> {
  const files = await json<string[]>("library/index.json");
  return Promise.all(
    files.map(async (file) => ({ name: file.replace(/\.md$/, ""), text: await (await fetched(`library/${file}`)).text() })),
  );
}

interface Offered {
  readonly clips: Readonly<Record<string, number>>;
  /** Are being made; our server answers for them as soon as they are. */
  readonly coming: readonly string[];
}

/** Without clips the session is led by captions and tones, and says so. */
async function clips(): Promise<ReadonlySet<string>> {
  try {
    const offered = await json<Offered>("clips/index.json");
    return new Set([...Object.keys(offered.clips), ...offered.coming]);
  } catch {
    return new Set();
  }
}

export async function loadSite(): Promise<Site> {
  const speech = new Speech();
  const core = fetched("core.wasm").then(async (response) => Core.from(await response.arrayBuffer()));
  const [made, exercises, signs, offered] = await Promise.all([core, library(), json<Sign[]>("stop_signs.json"), clips()]);
  return { core: made, library: exercises, signs, clips, speech, voice: offered.size > 0 };
}
