// SPDX-License-Identifier: Apache-2.0
// The screens stand behind the # of the address, so that the page runs at any path without a server's help.

export type Route =
  | { readonly screen: "home" | "own" | "session" | "after" | "stopped" | "not-today" }
  | { readonly screen: "check-in"; readonly exercise: string };

const plain = ["own", "session", "after", "stopped", "not-today"] as const;

export function routeOf(hash: string): Route {
  const [screen = "", exercise = ""] = hash.replace(/^#\/?/, "").split("/");
  if (screen === "check-in" && exercise !== "") return { screen, exercise };
  return { screen: plain.find((name) => name === screen) ?? "home" };
}
