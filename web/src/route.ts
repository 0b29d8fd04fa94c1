// SPDX-License-Identifier: Apache-2.0
// The screens stand behind the # of the address, so that the page runs at any path without a server's help.

export type Route =
  | { readonly screen: "home" | (typeof plain)[number] }
  | { readonly screen: (typeof onTheWay)[number]; readonly exercise: string }
  | { readonly screen: "entry" | "editor"; readonly name: string }
  | { readonly screen: "text"; readonly carried: string };

const plain = ["own", "session", "after", "stopped", "where", "diary", "activities", "impression", "keep"] as const;
/** Screens on the way to an exercise, or with it. */
const onTheWay = ["check-in", "led", "you", "take"] as const;

export function routeOf(hash: string): Route {
  const [screen = "", name = ""] = hash.replace(/^#\/?/, "").split("/");
  const way = onTheWay.find((each) => each === screen);
  if (way !== undefined && name !== "") return { screen: way, exercise: name };
  if (screen === "text") return { screen, carried: name };
  if (screen === "entry" && name !== "") return { screen, name };
  if (screen === "editor") return { screen, name };
  return { screen: plain.find((each) => each === screen) ?? "home" };
}
