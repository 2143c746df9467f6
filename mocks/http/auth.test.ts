import { expect, it } from "vitest";
import { environmentOfKey } from "./auth";

it.each([
  ["Bearer persona_sandbox_abc", "sandbox"],
  ["bearer persona_production_0a-B_c", "production"],
])("%s belongs to %s", (authorization, environment) => {
  expect(environmentOfKey(new Headers({ authorization }))).toBe(environment);
});

it.each([
  [undefined, "Must be authenticated to access this endpoint"],
  ["Bearer persona_live_abc", "Token is invalid"],
  ["Bearer persona_sandbox_", "Token is invalid"],
  ["Basic persona_sandbox_abc", "Token is invalid"],
])("%s is not a key: %s", (authorization, title) => {
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  expect(() => environmentOfKey(headers)).toThrow(expect.objectContaining({ status: 401, title, details: undefined }));
});
