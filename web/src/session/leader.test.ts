// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Core, EventName, Moment, Told } from "../core/core";
import { Clock } from "./clock";
import { Leader } from "./leader";

const ready = { state: "ready", breaths_done: 0 } as Moment;
const led: Told = { actions: [], moment: { ...ready, state: "leading" } };

/** A core that answers thus, and a leader with ears. */
function leaderOf(event: (event: EventName) => Told, advance = (): Told => led) {
  const silence = vi.fn();
  const core = { event, advance: vi.fn(advance) };
  const leader = new Leader(core as unknown as Core, { tone: vi.fn(), speak: vi.fn(), silence }, new Clock(() => 1, () => 0), ready);
  return { leader, silence, core };
}

const broken = (): never => {
  throw new Error("unreachable");
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a stop is silent, and shown, even where the core fails", () => {
  const { leader, silence } = leaderOf((event) => (event === "stop" ? broken() : led));
  leader.start();
  leader.tell("stop");
  expect(silence).toHaveBeenCalled();
  expect(leader.moment.value.state).toBe("stopped");
});

test("a core that fails on the way stops the session, once", () => {
  const { leader, silence, core } = leaderOf(() => led, broken);
  leader.start();
  vi.advanceTimersByTime(1000);
  expect(leader.moment.value.state).toBe("stopped");
  expect(silence).toHaveBeenCalled();
  expect(core.advance).toHaveBeenCalledOnce();
});

test("whoever has finished is not watched any longer", () => {
  const finished: Told = { actions: [], moment: { ...ready, state: "finished" } };
  const { leader, core } = leaderOf(() => led, () => finished);
  leader.start();
  vi.advanceTimersByTime(1000);
  expect(core.advance).toHaveBeenCalledOnce();
});

test("leaving ends voice and time", () => {
  const { leader, silence, core } = leaderOf(() => led);
  leader.start();
  leader.close();
  vi.advanceTimersByTime(1000);
  expect(silence).toHaveBeenCalled();
  expect(core.advance).not.toHaveBeenCalled();
});
