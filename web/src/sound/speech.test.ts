// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Speech } from "./speech";

interface Said { readonly text: string }

/** A device with these voices; it notes what it is asked to say. */
function device(voices: readonly Partial<SpeechSynthesisVoice>[]) {
  const said: string[] = [];
  const synthesis = { getVoices: () => voices, speak: ({ text }: Said) => said.push(text), cancel: vi.fn() };
  return { said, synthesis, speech: new Speech(synthesis as unknown as SpeechSynthesis) };
}

const far = { name: "far", lang: "en-GB", localService: false };
const near = { name: "near", lang: "en-US", localService: true };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("SpeechSynthesisUtterance", class { constructor(readonly text: string) {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("only a voice of the device itself is taken", () => {
  expect(device([far, near]).speech.voice()?.name).toBe("near");
  expect(device([{ ...near, name: "joke" }, { ...near, default: true }]).speech.voice()?.name).toBe("near");
  const { speech, said } = device([far]);
  speech.say("Breathe out", 0);
  vi.runAllTimers();
  expect(said).toEqual([]);
});

test("each language is said by a voice of its own", () => {
  const { speech } = device([near, { name: "cerca", lang: "es-ES", localService: true }]);
  speech.language = "es";
  expect(speech.voice()?.name).toBe("cerca");
  speech.language = "fr";
  expect(speech.voice()).toBeUndefined();
});

test("words are said when their time comes", () => {
  const { speech, said } = device([near]);
  speech.say("Breathe out", 0.2);
  vi.advanceTimersByTime(150);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(said).toEqual(["Breathe out"]);
});

test("after silence nothing is said, not even what was waiting", () => {
  const { speech, said, synthesis } = device([near]);
  speech.say("Breathe out", 0.2);
  speech.silence();
  vi.runAllTimers();
  expect(said).toEqual([]);
  expect(synthesis.cancel).toHaveBeenCalledOnce();
});

test("a device without speech is silent", () => {
  expect(new Speech(undefined).voice()).toBeUndefined();
});
