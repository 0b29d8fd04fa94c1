// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { LoudVoice, loudestOf } from "./loud_voice";

const rate = 16_000;

/** A hum of these seconds at this level of full scale, dB. */
function hum(seconds: number, level_dB: number, hertz = 300): Float32Array {
  const amplitude = Math.SQRT2 * 10 ** (level_dB / 20);
  return Float32Array.from({ length: seconds * rate }, (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / rate));
}

/** Has heard a session at -30 dB. */
function accustomed(): LoudVoice {
  const voice = new LoudVoice(rate);
  voice.learn(2);
  voice.hear(hum(2, -30));
  return voice;
}

/** Seconds until it hears a shout, or none. */
function heardAfter(voice: LoudVoice, samples: Float32Array): number | undefined {
  for (let at = 0; at < samples.length; at += 128) if (voice.hear(samples.subarray(at, at + 128))) return (at + 128) / rate;
  return undefined;
}

test("a shout 12 dB above the session is heard within 300 ms", () => {
  const after = heardAfter(accustomed(), hum(0.5, -18));
  expect(after).toBeLessThan(0.3);
});

test("what is as loud as the session is no shout, nor what is a little louder", () => {
  expect(heardAfter(accustomed(), hum(60, -30))).toBeUndefined();
  expect(heardAfter(accustomed(), hum(1, -28.5))).toBeUndefined();
});

test("where the session has louder sounds than those that were learned, they are no shout", () => {
  const voice = new LoudVoice(rate);
  voice.learn(2, 6);
  voice.hear(hum(2, -30));
  expect(heardAfter(voice, hum(1, -24))).toBeUndefined();
  expect(heardAfter(voice, hum(0.5, -18))).toBeLessThan(0.3);
  expect(loudestOf(hum(1, -24), rate)).toBeCloseTo(-25.3, 0);
});

test("what grows slowly is no shout", () => {
  const voice = accustomed();
  for (let level = -30; level <= -3; level += 0.5) expect(heardAfter(voice, hum(0.2, level))).toBeUndefined();
});

test("a clap is too short, and a thump on the floor too low", () => {
  expect(heardAfter(accustomed(), Float32Array.from([...hum(0.02, -6), ...hum(1, -60)]))).toBeUndefined();
  expect(heardAfter(accustomed(), hum(0.3, -14, 40))).toBeUndefined();
});

test("a quiet minute is not forgotten at once: the next words of the session are no shout", () => {
  const voice = accustomed();
  voice.hear(hum(120, -70));
  expect(heardAfter(voice, hum(1, -30))).toBeUndefined();
});

test("a shout is heard again after quiet minutes", () => {
  const voice = accustomed();
  voice.hear(hum(60, -70));
  expect(heardAfter(voice, hum(0.5, -18))).toBeLessThan(0.3);
});
