// SPDX-License-Identifier: Apache-2.0
// What the page says, in her language: one catalogue a language (en.json, es.json), its messages in ICU MessageFormat.
import { IntlMessageFormat } from "intl-messageformat";
import type en from "./en.json";
import { pseudo } from "./pseudo";

export type Key = keyof typeof en;
export type Catalogue = Readonly<Record<Key, string>>;

export const languages = { en: "English", es: "Español" } as const;
export type Language = keyof typeof languages;

/** Only hers is fetched. */
const catalogues: Readonly<Record<Language, () => Promise<{ default: Catalogue }>>> = { en: () => import("./en.json"), es: () => import("./es.json") };

export const languageKey = "supple.language";

function kept(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null; // site data may be blocked
  }
}

const isLanguage = (name: string | null | undefined): name is Language => name !== null && name !== undefined && name in languages;

/** Hers, else the first of her browser's that there is, else English. */
function chosen(): Language {
  if (typeof navigator === "undefined") return "en"; // in the unit tests
  const hers = [kept(), ...navigator.languages.map((each) => each.slice(0, 2))];
  return hers.find(isLanguage) ?? "en";
}

/** `?language=pseudo` shows what does not come from the catalogue: for tests. */
const asked = typeof location === "undefined" ? null : new URLSearchParams(location.search).get("language");
export const language: Language = isLanguage(asked) ? asked : chosen();

const { default: catalogue } = await catalogues[language]();

export type Values = Readonly<Record<string, string | number>>;

/** Says the messages of a catalogue in her language. */
export function sayer<Name extends string>(messages: Readonly<Record<Name, string>>): (key: Name, values?: Values) => string {
  const made = new Map<Name, IntlMessageFormat>();
  return (key, values) => {
    let message = made.get(key);
    if (message === undefined) {
      const text = messages[key];
      message = new IntlMessageFormat(asked === "pseudo" ? pseudo(text) : text, language, undefined, { ignoreTag: true });
      made.set(key, message);
    }
    return String(message.format(values));
  };
}

export const say = sayer<Key>(catalogue);

/** A day ("2026-11-25" as a Date in UTC) in words of her language. */
export const dateText = (date: Date, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { timeZone: "UTC", ...how }).format(date);
