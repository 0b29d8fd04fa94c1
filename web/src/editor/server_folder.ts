// SPDX-License-Identifier: Apache-2.0
// The library folder behind our local server (src/studio/desk_answer.h).
import { type File, type Folder, Refused } from "./folder";

interface Answer {
  readonly tag: string;
  readonly file: File | null;
}

async function post<Value = Answer>(what: string, body: object): Promise<Value> {
  let response: Response;
  try {
    response = await fetch(`desk/${what}.json`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new Refused({ why: "unreachable" });
  }
  if (response.ok) return (await response.json()) as Value;
  if (response.status === 409) throw new Refused({ why: "changed", is: ((await response.json()) as Answer).file });
  if (response.status === 507) throw new Refused({ why: "full" });
  throw new Refused({ why: response.status === 400 ? "name" : "failed" });
}

async function get<Value>(path: string): Promise<Value | null> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store" });
  } catch {
    throw new Refused({ why: "unreachable" });
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new Refused({ why: "failed" });
  return (await response.json()) as Value;
}

/** The exercise to finish that an article gives; null where nothing in it moves. */
export async function draftOfArticle(article: string): Promise<{ readonly title: string; readonly markdown: string } | null> {
  return (await post<{ readonly draft: { readonly title: string; readonly markdown: string } | null }>("draft", { article })).draft;
}

/** The service worker keeps the clips that a session has loaded: this one sounds otherwise now. */
async function forgetClip(clip: string): Promise<void> {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(new URL(`clips/${clip}.wav`, location.href));
}

/** A recording of a cue, to be kept beside the exercises. */
export async function record(clip: string, sound: Blob): Promise<void> {
  const response = await fetch(`desk/recordings/${clip}.wav`, { method: "POST", headers: { "content-type": "audio/wav" }, body: sound });
  if (!response.ok) throw new Refused({ why: response.status === 507 ? "full" : "failed" });
  await forgetClip(clip);
}

/** The recording is taken away: the voice of the program says the cue again. */
export async function unrecord(clip: string): Promise<void> {
  await post("unrecord", { clip });
  await forgetClip(clip);
}

/** The cues of a text are said soon: it is about to be led. */
export async function sayCues(text: string): Promise<void> {
  await post("voice", { text });
}

/** The cues that are recorded. */
export const recorded = async (): Promise<readonly string[]> => (await get<{ readonly clips: readonly string[] }>("desk/recordings.json"))?.clips ?? [];

export class ServerFolder implements Folder {
  constructor(readonly place: string) {}

  async names(): Promise<readonly string[]> {
    return (await get<{ readonly names: readonly string[] }>("desk/files.json"))?.names ?? [];
  }

  open(name: string): Promise<File | null> {
    return get<File>(`desk/files/${name}.json`);
  }

  async write(name: string, text: string, expect: string | null): Promise<string> {
    return (await post("write", { name, text, expect })).tag;
  }

  async rename(name: string, to: string, expect: string): Promise<string> {
    return (await post("rename", { name, to, expect })).tag;
  }

  async remove(name: string, expect: string): Promise<void> {
    await post("remove", { name, expect });
  }
}
