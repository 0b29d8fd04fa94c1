// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { longestLetters, longestText, snapshotOf, textOfSnapshot } from "./snapshot";

async function carriedOf(text: string): Promise<string> {
  const made = await snapshotOf(text);
  if (typeof made === "string") throw new Error(made);
  return made.carried;
}

describe("a snapshot link", () => {
  test("brings back every text as it was", async () => {
    const well = (text: string): boolean => !/[\ud800-\udfff]/u.test(text) && !text.startsWith("\ufeff");
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 2000 }).filter(well), async (text) => {
        expect(await textOfSnapshot(await carriedOf(text))).toEqual({ text });
      }),
      { numRuns: 60 },
    );
  });

  test("of the low-back exercise is at most 2 kB", async () => {
    const text = readFileSync("../library/exercises/release-your-low-back.md", "utf8");
    expect((await carriedOf(text)).length).toBeLessThanOrEqual(2000);
  });

  test("that is cut off anywhere is told to be broken, and with one other letter it never brings another text", async () => {
    const text = "Exhale: round your spine.\nInhale: come back.";
    const carried = await carriedOf(text);
    for (let length = 0; length < carried.length - 1; ++length) expect(await textOfSnapshot(carried.slice(0, length))).toBe("broken");
    let broken = 0;
    for (let i = 0; i < carried.length; ++i) {
      const opened = await textOfSnapshot(carried.slice(0, i) + (carried[i] === "Q" ? "R" : "Q") + carried.slice(i + 1));
      if (opened === "broken") ++broken;
      else expect(opened).toEqual({ text });
    }
    expect(broken).toBeGreaterThan(carried.length - 4); // a bit of the head, or of the last letter, says nothing of the text
  });

  test("may hold any letters at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (letters) => {
        const opened = await textOfSnapshot(letters);
        expect(typeof opened === "string" || typeof opened.text === "string").toBe(true);
      }),
    );
  });

  test("that would unfold to more than a text is not unfolded", async () => {
    const bomb = deflateSync(Buffer.alloc(20 * longestText)).toString("base64url");
    expect(bomb.length).toBeLessThan(longestLetters);
    expect(await textOfSnapshot(bomb)).toBe("broken");
    expect(await textOfSnapshot("a".repeat(longestLetters + 1))).toBe("tooLong");
  });

  test("is not made of a text that is too long for one", async () => {
    expect(await snapshotOf("ä".repeat(longestText / 2 + 1))).toBe("tooLong");
  });
});
