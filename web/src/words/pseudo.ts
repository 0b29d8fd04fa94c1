// SPDX-License-Identifier: Apache-2.0
// A language that nobody speaks: every word of the catalogue with marks on its letters and brackets around it, so that what
// has neither did not come from the catalogue; and half as long again, as German is.
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

const marked: Readonly<Record<string, string>> = {
  a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", c: "ç", s: "š", y: "ý", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú", N: "Ñ", C: "Ç", S: "Š", Y: "Ý",
};
const mark = (text: string): string => text.replace(/[a-zA-Z]/g, (letter) => marked[letter] ?? letter);

function markAll(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: mark(element.value) };
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
    const options = Object.fromEntries(Object.entries(element.options).map(([name, { value }]) => [name, { value: markAll(value) }]));
    return { ...element, options } as MessageFormatElement;
  });
}

export function pseudo(message: string): MessageFormatElement[] {
  const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value }) as MessageFormatElement;
  return [literal("⟦"), ...markAll(parse(message, { ignoreTag: true })), literal(`${"~".repeat(Math.ceil(message.length / 8))}⟧`)];
}
