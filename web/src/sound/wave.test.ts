// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { wave } from "./wave";

test("a wave has its length, its rate and its samples", async () => {
  const bytes = new DataView(await wave(new Float32Array([0, 0.5, -1, 7]), 24_000).arrayBuffer());
  expect(bytes.byteLength).toBe(44 + 8);
  expect(bytes.getUint32(24, true)).toBe(24_000);
  expect(bytes.getUint32(40, true)).toBe(8);
  expect([0, 2, 4, 6].map((at) => bytes.getInt16(44 + at, true))).toEqual([0, 16384, -32767, 32767]);
});
