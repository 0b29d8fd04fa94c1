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

const some = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}${count === 1 ? "" : "s"}`]);

/** How many of what: "3 exercises and 1 workout". */
export function counted(results: readonly Pick<Found, "page">[]): string {
  const workouts = results.filter(({ page }) => page.startsWith("workouts/")).length;
  return [...some(results.length - workouts, "exercise"), ...some(workouts, "workout")].join(" and ");
}

function row({ page, title, line }: Found, up: string): HTMLLIElement {
  const [item, link, row, soft] = [document.createElement("li"), document.createElement("a"), document.createElement("span"), document.createElement("span")];
  link.href = `${up}${page}`;
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
  const { index: path, up } = list.dataset as { readonly index: string; readonly up: string };
  let index: Promise<MiniSearch<Entry>> | undefined;
  const fetched = (): Promise<MiniSearch<Entry>> => (index ??= fetch(path).then(async (response) => indexOf((await response.json()) as Entry[])));

  async function show(): Promise<void> {
    const words = field.value.trim();
    const results = words === "" ? [] : find(await fetched(), words);
    if (words !== field.value.trim()) return; // she has typed on meanwhile
    list.replaceChildren(...results.map((each) => row(each, up)));
    said.textContent = words === "" ? "" : results.length === 0 ? "Nothing with these words. Fewer words may find more." : counted(results);
    history.replaceState(null, "", words === "" ? "./" : `?q=${encodeURIComponent(words)}`);
  }

  const showOrSay = (): void => void show().catch(() => {
    index = undefined;
    said.textContent = "The list of exercises cannot be fetched. Try again in a moment.";
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", showOrSay);
  field.form!.addEventListener("submit", (event) => {
    event.preventDefault();
    showOrSay();
  });
  field.focus();
  showOrSay();
}
