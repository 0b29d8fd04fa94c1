// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { routeOf } from "./route";

test.each([
  ["", { screen: "home" }],
  ["#/", { screen: "home" }],
  ["#/own", { screen: "own" }],
  ["#/where", { screen: "where" }],
  ["#/led/own", { screen: "led", exercise: "own" }],
  ["#/check-in/release-your-low-back", { screen: "check-in", exercise: "release-your-low-back" }],
  ["#/take/release-your-low-back", { screen: "take", exercise: "release-your-low-back" }],
  ["#/diary", { screen: "diary" }],
  ["#/entry/new-2026-11-25", { screen: "entry", name: "new-2026-11-25" }],
  ["#/entry", { screen: "home" }],
  ["#/text/eNo-_w", { screen: "text", carried: "eNo-_w" }],
  ["#/text", { screen: "text", carried: "" }],
  ["#/check-in", { screen: "home" }],
  ["#/constructor", { screen: "home" }],
])("%s", (hash, route) => expect(routeOf(hash)).toEqual(route));
