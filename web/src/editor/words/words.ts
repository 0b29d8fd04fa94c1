// SPDX-License-Identifier: Apache-2.0
// What the editor says, in her language: fetched with the editor, and not before.
import { type Language, language, sayer } from "../../words/say";
import type en from "./en.json";

export type EditorKey = keyof typeof en;

const catalogues: Readonly<Record<Language, () => Promise<{ default: Readonly<Record<EditorKey, string>> }>>> = {
  en: () => import("./en.json"),
  es: () => import("./es.json"),
};

const { default: catalogue } = await catalogues[language]();

export const tell = sayer<EditorKey>(catalogue);

const movePrefix = "move.";

export const moves: readonly string[] = Object.keys(catalogue).filter((key) => key.startsWith(movePrefix)).map((key) => key.slice(movePrefix.length));

/** What a move does, in her words. */
export const meaningOf = (move: string): string => (`move.${move}` in catalogue ? tell(`move.${move}` as EditorKey) : move);
