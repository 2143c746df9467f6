import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { defaultPersonaVersion, personaVersions } from "@/domain/persona-version";

it("the contract is written for the version that is asked for", () => {
  const contract: unknown = parse(readFileSync("openapi/persona.yaml", "utf8"));
  expect(contract).toMatchObject({ info: { version: defaultPersonaVersion } });
  expect(personaVersions).toEqual(["2026-09-29", "2025-12-08"]);
});
