// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { Clock, speedNow, speedOf } from "./clock";

test("runs with the time, as fast as it is told", () => {
  let now = 100;
  let speed = 30;
  const clock = new Clock(() => speed, () => now);
  now = 100.5;
  expect(clock.read()).toBe(15);
  expect(clock.read()).toBe(15);
  speed = 1;
  now = 101;
  expect(clock.read()).toBe(15.5);
});

test("a page that slept has not led her meanwhile", () => {
  let now = 0;
  const clock = new Clock(() => 1, () => now);
  now = 0.4;
  clock.read();
  now = 3600;
  expect(clock.read()).toBeCloseTo(1.4);
});

test("never runs backward", () => {
  let now = 5;
  const clock = new Clock(() => 1, () => now);
  now = 4;
  expect(clock.read()).toBe(0);
  now = 4.5;
  expect(clock.read()).toBe(0.5);
});

test.each([["", 1], ["?speed=30", 30], ["?speed=0", 1], ["?speed=-4", 1], ["?speed=fast", 1], ["?speed=1e9", 1]])(
  "the address %s asks for speed %d",
  (search, speed) => expect(speedOf(search)).toBe(speed),
);

test("the speed follows the address", () => {
  let address = "http://localhost/?speed=30#/session";
  const speed = speedNow(() => address);
  expect([speed(), speed()]).toEqual([30, 30]);
  address = "http://localhost/#/session";
  expect(speed()).toBe(1);
});
