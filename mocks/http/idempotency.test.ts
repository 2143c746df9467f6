import { expect, it, vi } from "vitest";
import { hour } from "../world/core/time";
import { type Answer, jsonAnswer } from "./answer";
import { createIdempotency } from "./idempotency";

const call = { key: "k1", method: "POST", url: "/api/v1/inquiries", body: "{}" };

it("the first answer is given again, failures too", () => {
  const layer = createIdempotency();
  const act = vi.fn<() => Answer>(() => jsonAnswer(500, { errors: [] }));
  const first = layer.run(call, 0, act);
  expect(layer.run(call, hour, act)).toBe(first);
  expect(act).toHaveBeenCalledOnce();
});

it.each([{ body: '{"meta":{}}' }, { url: "/api/v1/accounts" }, { method: "PATCH" }])("the key with %j is an error", (other) => {
  const layer = createIdempotency();
  layer.run(call, 0, () => jsonAnswer(201, {}));
  expect(() => layer.run({ ...call, ...other }, 1, () => jsonAnswer(201, {}))).toThrow(
    expect.objectContaining({ status: 400, title: "Idempotency error" }),
  );
});

it("a key is free again after 24 hours", () => {
  const layer = createIdempotency();
  const act = vi.fn<() => Answer>(() => jsonAnswer(201, {}));
  layer.run(call, 0, act);
  layer.run(call, 24 * hour - 1, act);
  expect(act).toHaveBeenCalledOnce();
  layer.run(call, 24 * hour, act);
  expect(act).toHaveBeenCalledTimes(2);
});
