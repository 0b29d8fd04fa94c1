// SPDX-License-Identifier: Apache-2.0
// A passphrase over the diary: every text on the shelf is sealed with AES-GCM (256 bits) before it gets there, whichever
// shelf it is. The key of the texts is random, and is itself sealed by one that PBKDF2 makes of the passphrase; 600,000
// rounds of HMAC-SHA-256 are what the OWASP Password Storage Cheat Sheet (2023) asks for. What is not hidden: how many
// entries there are, how long they are, and that there is a lock.
import * as v from "valibot";

const rounds = 600_000;

const lockForm = v.strictObject({
  kdf: v.literal("PBKDF2-SHA-256"),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(100_000), v.maxValue(10_000_000)),
  salt: v.string(),
  key: v.string(),
});

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // NFKC: the same letters, however this keyboard writes them (NIST SP 800-63B, 5.1.1.2).
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const made = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(made, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

async function sealBytes(key: CryptoKey, name: string, bytes: BufferSource): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, key, bytes);
  return `${toBase64(iv)} ${toBase64(new Uint8Array(sealed))}`;
}

async function openBytes(key: CryptoKey, name: string, text: string): Promise<ArrayBuffer> {
  const [iv = "", sealed = ""] = text.split(" ");
  const how = { name: "AES-GCM", iv: fromBase64(iv), additionalData: new TextEncoder().encode(name) };
  return crypto.subtle.decrypt(how, key, fromBase64(sealed));
}

/** A text as it stands on the shelf under this name. Under any other name it does not open. */
export const seal = (key: CryptoKey, name: string, text: string): Promise<string> => sealBytes(key, name, new TextEncoder().encode(text));

/** Rejects where the text was not sealed by this key under this name, or was changed since. */
export const unseal = async (key: CryptoKey, name: string, text: string): Promise<string> =>
  new TextDecoder().decode(await openBytes(key, name, text));

/** A new lock, and the key that it guards. */
export async function makeLock(passphrase: string): Promise<{ lock: string; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const guarded = await sealBytes(await keyOf(passphrase, salt, rounds), "key", raw);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const form: v.InferOutput<typeof lockForm> = { kdf: "PBKDF2-SHA-256", rounds, salt: toBase64(salt), key: guarded };
  return { lock: JSON.stringify(form), key };
}

/** The key behind the lock; null where the passphrase is another one. */
export async function openLock(lock: string, passphrase: string): Promise<CryptoKey | null> {
  const { rounds: iterations, salt, key } = v.parse(lockForm, JSON.parse(lock));
  try {
    const raw = await openBytes(await keyOf(passphrase, fromBase64(salt), iterations), "key", key);
    return await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    return null;
  }
}
