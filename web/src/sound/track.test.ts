// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from "vitest";
import { Track } from "./track";

/** A player of the browser, as far as a track needs one. */
function player() {
  const element = {
    currentTime: 0, paused: true, ended: false, playbackRate: 1, defaultPlaybackRate: 1, preservesPitch: true, src: "",
    play: vi.fn(async () => void (element.paused = false)),
    pause: vi.fn(() => void (element.paused = true)),
  };
  const track = new Track(element as unknown as HTMLAudioElement, () => 1, (clip) => (clip === "rest" ? "rest.wav" : undefined));
  track.open("session.wav");
  return { element, track };
}

test("the time of the session is what was played of the track", () => {
  const { element, track } = player();
  track.follow("leading", 0);
  element.currentTime = 60;
  expect(track.clock.read()).toBe(60);
});

test("a pause, and going on at the beginning of the cue, is no time", () => {
  const { element, track } = player();
  track.follow("leading", 0);
  element.currentTime = 10;
  track.clock.read();
  track.silence();
  track.follow("paused", 10);
  expect(element.paused).toBe(true);
  track.follow("leading", 8.5);
  expect(element.currentTime).toBe(8.5);
  expect(element.paused).toBe(false);
  expect(track.clock.read()).toBe(10);
  element.currentTime = 9.5;
  expect(track.clock.read()).toBe(11);
});

test("a track that something else has paused is not started again by itself", () => {
  const { element, track } = player();
  track.follow("leading", 0);
  element.pause();
  track.follow("leading", 0.05);
  expect(element.paused).toBe(true);
});

test("its words are in it; only after a stop something is said by itself", () => {
  const { element, track } = player();
  track.follow("leading", 0);
  track.speak("rest");
  expect(element.src).toBe("session.wav");
  track.silence();
  track.follow("stopped", 5);
  track.speak("unknown");
  expect(element.src).toBe("session.wav");
  track.speak("rest");
  expect(element.src).toBe("rest.wav");
});
