// SPDX-License-Identifier: Apache-2.0
// Elements in one line each.
type Child = Node | string;

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string>, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(words: string, attributes: Record<string, string>, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", press);
  return made;
}

/** Shows one screen in the place of the other, and brings a reader of the screen to its heading. */
export function show(...screen: Child[]): void {
  const app = document.getElementById("app")!;
  app.replaceChildren(...screen);
  app.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
}
