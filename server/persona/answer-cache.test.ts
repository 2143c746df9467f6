import { expect, it } from "vitest";
import { createManualClock } from "@test/server/support/manual-clock";
import { createAnswerCache } from "./answer-cache";

it("an answer is in memory no longer than it is used again", async () => {
  const clock = createManualClock();
  const cache = createAnswerCache({ clock, onHit: () => undefined });
  const read = (key: string, life: number | undefined) =>
    cache.read({
      key,
      asker: "maya",
      life,
      signal: undefined,
      send: async () => ({ status: 200, headers: {}, body: new Uint8Array([1]) }),
    });
  const inMemory = () => {
    const keys: string[] = [];
    cache.forget((key) => keys.push(key) === 0);
    return keys;
  };
  await read("detail", undefined);
  await read("list", 2_000);
  expect(inMemory()).toEqual(["list"]);
  clock.advance(1_000);
  await read("template", 300_000);
  clock.advance(1_000);
  expect(inMemory()).toEqual(["template"]);
  await read("list", 2_000);
  clock.advance(1_999);
  expect(inMemory()).toEqual(["template", "list"]);
  clock.advance(300_000);
  expect(inMemory()).toEqual([]);
  expect(clock.waiting).toBe(0);
});
