// SPDX-License-Identifier: Apache-2.0
// A yes to a stop sign holds for the day, also where the browser keeps nothing.
import { isNotToday, rememberNotToday } from "./signs";

const here = new Map<string, string>();
const memory = { getItem: (key: string) => here.get(key) ?? null, setItem: (key: string, value: string) => void here.set(key, value) };

export function rememberToday(): void {
  rememberNotToday(memory, new Date());
  try {
    rememberNotToday(localStorage, new Date());
  } catch {
    // Site data may be blocked; this page still remembers.
  }
}

export function holdsToday(): boolean {
  if (isNotToday(memory, new Date())) return true;
  try {
    return isNotToday(localStorage, new Date());
  } catch {
    return false;
  }
}
