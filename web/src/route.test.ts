// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { routeOf } from "./route";

test.each([
  ["", { screen: "home" }],
  ["#/", { screen: "home" }],
  ["#/own", { screen: "own" }],
  ["#/not-today", { screen: "not-today" }],
  ["#/check-in/release-your-low-back", { screen: "check-in", exercise: "release-your-low-back" }],
  ["#/check-in", { screen: "home" }],
  ["#/constructor", { screen: "home" }],
])("%s", (hash, route) => expect(routeOf(hash)).toEqual(route));
