// SPDX-License-Identifier: Apache-2.0
// The search of a published site: on the device, forgiving of a slip of the finger.
import MiniSearch from "minisearch";

export interface Entry {
  readonly page: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly line: string;
  readonly text: string;
}

const most = 50;

export function indexOf(entries: readonly Entry[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    idField: "page",
    fields: ["title", "tags", "text"],
    storeFields: ["page", "title", "line"],
    extractField: (entry, field) => (field === "tags" ? entry.tags.join(" ") : (entry[field as keyof Entry] as string)),
  });
  index.addAll(entries);
  return index;
}

type Found = Pick<Entry, "page" | "title" | "line">;

/** All words where some exercise has them all, else any of them; one slip in a word of four letters, two (or two letters that changed places) from six on. */
export function find(index: MiniSearch<Entry>, words: string): Found[] {
  const forgiving = { prefix: true, fuzzy: (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2), boost: { title: 4, tags: 3 } };
  const all = index.search(words, { ...forgiving, combineWith: "AND" });
  const results = all.length > 0 ? all : index.search(words, forgiving);
  return results.slice(0, most).map(({ id, title, line }) => ({ page: id as string, title: title as string, line: line as string }));
}

/** What the page says of what was found, in its language (site/words.toml); `{n}` and its like are filled in. */
export interface Words {
  readonly nothing: string;
  readonly noList: string;
  readonly exercise: string;
  readonly exercises: string;
  readonly workout: string;
  readonly workouts: string;
  readonly both: string;
}

/** How many of what: "3 exercises and 1 workout". */
export function counted(results: readonly Pick<Found, "page">[], words: Words): string {
  const some = (n: number, one: string, many: string): string => (n === 1 ? one : many).replace("{n}", String(n));
  const count = results.filter(({ page }) => page.startsWith("workouts/")).length;
  const [exercises, workouts] = [some(results.length - count, words.exercise, words.exercises), some(count, words.workout, words.workouts)];
  if (count === 0) return exercises;
  return count === results.length ? workouts : words.both.replace("{exercises}", exercises).replace("{workouts}", workouts);
}

function row({ page, title, line }: Found, home: string): HTMLLIElement {
  const [item, link, row, soft] = [document.createElement("li"), document.createElement("a"), document.createElement("span"), document.createElement("span")];
  link.href = `${home}${page}`;
  row.className = "row";
  row.textContent = title;
  soft.className = "soft fine";
  soft.textContent = line;
  link.append(row, " ", soft);
  item.append(link);
  return item;
}

export function search(list: HTMLElement): void {
  const field = document.getElementById("q") as HTMLInputElement;
  const said = document.getElementById("said")!;
  const words = list.dataset as unknown as Words & { readonly index: string; readonly home: string };
  const { index: path, home } = words;
  let index: Promise<MiniSearch<Entry>> | undefined;
  const fetched = (): Promise<MiniSearch<Entry>> => (index ??= fetch(path).then(async (response) => indexOf((await response.json()) as Entry[])));

  async function show(): Promise<void> {
    const asked = field.value.trim();
    const results = asked === "" ? [] : find(await fetched(), asked);
    if (asked !== field.value.trim()) return; // she has typed on meanwhile
    list.replaceChildren(...results.map((each) => row(each, home)));
    said.textContent = asked === "" ? "" : results.length === 0 ? words.nothing : counted(results, words);
    history.replaceState(null, "", asked === "" ? "./" : `?q=${encodeURIComponent(asked)}`);
  }

  const showOrSay = (): void => void show().catch(() => {
    index = undefined;
    said.textContent = words.noList;
  });
  // What she has typed before this is here stays.
  field.value ||= new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", showOrSay);
  field.form!.addEventListener("submit", (event) => {
    event.preventDefault();
    showOrSay();
  });
  field.focus();
  showOrSay();
}
