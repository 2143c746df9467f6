import { afterEach, expect, it, vi } from "vitest";
import { idempotent, newIdempotencyKey } from "./idempotency";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
afterEach(() => vi.unstubAllGlobals());

it("makes a new UUID each time", () => {
  const [one, two] = [newIdempotencyKey(), newIdempotencyKey()];
  expect(one).toMatch(uuid);
  expect(two).not.toBe(one);
});

it("makes one on a plain http page too", () => {
  const { crypto } = globalThis;
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(newIdempotencyKey()).toMatch(uuid);
});

it("goes out under Persona's header name", () => {
  expect(idempotent("k")).toEqual({ "Idempotency-Key": "k" });
});
