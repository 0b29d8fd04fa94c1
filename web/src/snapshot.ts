// SPDX-License-Identifier: Apache-2.0
// A link that carries the whole text of an exercise (src/exchange/snapshot.h has the same in C++): deflated, in the
// letters of base64url. What comes out of one is a stranger's text: it is read, never taken for HTML.

/** No text is longer, in bytes, and no link has more letters. */
export const longestText = 100_000;
export const longestLetters = 40_000;

export type Trouble = "broken" | "tooLong";

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** What stands behind `#/text/`, or that the text is too long for a link. */
export async function snapshotOf(text: string): Promise<{ readonly carried: string } | Trouble> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > longestText) return "tooLong";
  const packed = await through(bytes, new CompressionStream("deflate"), Infinity);
  const carried = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return carried.length > longestLetters ? "tooLong" : { carried };
}

export async function textOfSnapshot(carried: string): Promise<{ readonly text: string } | Trouble> {
  if (carried.length > longestLetters) return "tooLong";
  if (!/^[A-Za-z0-9_-]+$/.test(carried)) return "broken";
  try {
    const packed = Uint8Array.from(atob(carried.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    return { text: new TextDecoder().decode(await through(packed, new DecompressionStream("deflate"), longestText)) };
  } catch {
    return "broken";
  }
}
