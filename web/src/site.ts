// SPDX-License-Identifier: Apache-2.0
// What the site holds beside the page itself: the core, the library, and the voice's clips.
import { type ReadonlySignal, signal } from "@preact/signals";
import { Core, type Tongue } from "./core/core";
import { Speech } from "./sound/speech";
import { language } from "./words/say";

/** The week that an exercise is shown for where she has not said hers. */
export const shownWeek = 24;

/**
 * An exercise or a workout as the library lists it (library/index.json, library/workouts/index.json; in other languages
 * index.es.json and its like beside them). It was read when the site was built: her page need not read them all.
 */
export interface Listed {
  readonly name: string;
  /** Of its words: where it is not English, `name.es.md` stands beside `name.md`. */
  readonly language: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly duration_s: number;
  /** Of a workout: the names of its exercises; of an exercise: none. */
  readonly exercises: readonly string[];
}

export interface Site {
  readonly core: Core;
  readonly library: readonly Listed[];
  readonly workouts: readonly Listed[];
  /** The exercise whose page on a published site opened this one (`?exercise=…`): that library may be longer than its list. */
  readonly asked: string | null;
  /** The files that were fetched, by name. */
  readonly texts: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Fetches the file of an exercise or a workout that the library lists into `texts`; a workout with all its exercises. */
  fetchText(name: string): Promise<void>;
  /** The clips that the site offers now: more of them while its voice is being made. */
  clips(): Promise<ReadonlySet<string>>;
  /** The clip that says this text, where the site has one. */
  clipOf(text: string): string | undefined;
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

interface Library {
  readonly library: readonly Listed[];
  readonly workouts: readonly Listed[];
}

/** A site whose library is in English only is shown as it is. */
async function libraryIn(language: string, core: Promise<Core>): Promise<Library> {
  const listedIn = async (index: string): Promise<Library> => {
    const [library, workouts] = await Promise.all([json<Listed[]>(`library/${index}`), json<Listed[]>(`library/workouts/${index}`)]);
    return { library, workouts };
  };
  if (language === "en") return listedIn("index.json");
  try {
    const [listed, tongue] = await Promise.all([listedIn(`index.${language}.json`), json<Tongue>(`library/language.${language}.json`)]);
    (await core).speak(tongue);
    return listed;
  } catch {
    return listedIn("index.json");
  }
}

async function json<Value>(path: string): Promise<Value> {
  return (await (await fetched(path)).json()) as Value;
}

interface Offered {
  readonly clips: Readonly<Record<string, number>>;
  /** Are being made; our server answers for them as soon as they are. */
  readonly coming: readonly string[];
}

/** Those of the library that is listed, or of an exercise beyond it. Without clips the session is led by captions and tones, and says so. */
async function clips(of = "index"): Promise<ReadonlySet<string>> {
  try {
    const offered = await json<Offered>(`clips/${of}.json`);
    return new Set([...Object.keys(offered.clips), ...offered.coming]);
  } catch {
    return new Set();
  }
}

export async function loadSite(): Promise<Site> {
  const searched = new URLSearchParams(location.search);
  const speech = new Speech();
  const core = fetched("core.wasm").then(async (response) => Core.from(await response.arrayBuffer()));
  const [made, { library, workouts }, offered] = await Promise.all([core, libraryIn(language, core), clips()]);
  const texts = signal<ReadonlyMap<string, string>>(new Map());
  const beyond = new Set<string>();
  const textAt = async (path: string): Promise<string> => (await fetched(path)).text();
  /** A file, and the one beside it in the language that it is listed in. */
  const written = async (path: string, language: string): Promise<{ readonly text: string; readonly translation?: string }> => {
    const [text, translation] = await Promise.all([textAt(`library/${path}.md`), language === "en" ? null : textAt(`library/${path}.${language}.md`)]);
    return translation === null ? { text } : { text, translation };
  };
  const fetchText = async (name: string): Promise<void> => {
    const workout = workouts.find((each) => each.name === name);
    const listed = workout ?? library.find((each) => each.name === name);
    // Beyond the list, the page that led here has said in which language.
    const spoken = listed?.language ?? (searched.has("language") && (library[0]?.language ?? "en") !== "en" ? language : "en");
    const [parts, { text, translation }, itsClips] = await Promise.all([
      Promise.all((workout?.exercises ?? []).map(async (each) => ({ name: each, ...(await written(each, spoken)) }))),
      written(workout ? `workouts/${name}` : name, spoken),
      listed === undefined && offered.size > 0 ? clips(`of/${name}`) : [],
    ]);
    for (const clip of itsClips) beyond.add(clip);
    made.bring(parts);
    if (translation !== undefined) made.translate(text, translation);
    texts.value = new Map(texts.value).set(name, text);
  };
  const clipOf = (text: string): string | undefined => [made.clipName(text)].find((name) => offered.has(name) || beyond.has(name));
  const asked = searched.get("exercise");
  return { core: made, library, workouts, asked, texts, fetchText, clips: async () => new Set([...(await clips()), ...beyond]), clipOf, speech, voice: offered.size > 0 };
}
