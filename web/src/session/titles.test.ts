// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { say } from "../words/say";
import { titlesOf } from "./titles";

test("sections are called as the guide calls them, and an author's own as the author does", () => {
  const said = readFileSync("../lexicon/guide.toml", "utf8");
  const title = (key: string): string => new RegExp(`^${key} = "(.+)"$`, "m").exec(said)![1]!;
  const kinds = ["ready", "teaching", "rounds", "sides", "sides", "sides", "finish"] as const;
  const sections = kinds.map((kind) => ({ kind, title: "Rocking", breaths: 1 }));
  const phases = [[2, "none"], [3, "left"], [3, "none"], [4, "right"], [5, "left"], [5, "right"]].map(([section_index, side]) => ({ breath: "exhale" as const, section_index: Number(section_index), side: String(side) }));
  expect(titlesOf({ sections: [{ kind: "rounds", title: "Centre", breaths: 1 }], phases: [] })).toEqual([say("section.centre")]);
  expect(titlesOf({ sections, phases })).toEqual([title("ready"), title("teaching"), "Rocking", title("left"), title("right"), title("alternating"), title("finish")]);
});
