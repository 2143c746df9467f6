// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { ApiError } from "./errors";
import { sendOnce } from "./intent-keys";

const failure = (status: number, sent: "no" | "yes" | "unknown" = "yes") =>
  new ApiError({ status, title: "", operation: "POST /desk/v1/decisions", sent });

let place = 0;

/** Sends intents about one thing; the outcomes come in order. @returns the keys and bodies they were sent with */
async function sendAll(intents: readonly unknown[], outcomes: readonly (ApiError | "fine")[]) {
  const about = `thing ${place++}`;
  const sent: { key: string; body: unknown }[] = [];
  for (const [index, intent] of intents.entries()) {
    await sendOnce(about, intent, `body ${index}`, async (key, body) => {
      sent.push({ key, body });
      const outcome = outcomes[index];
      if (outcome instanceof Error) throw outcome;
    }).catch(() => undefined);
  }
  return { keys: new Set(sent.map(({ key }) => key)).size, bodies: sent.map(({ body }) => body) };
}

describe("one intent has one key until it is known whether it was sent", () => {
  it.each([
    ["no answer", failure(0, "unknown")],
    ["500", failure(500)],
    ["502", failure(502, "unknown")],
    ["503", failure(503, "unknown")],
    ["504", failure(504, "unknown")],
    ["an answer that can't be read", failure(201)],
  ])("after %s another try carries the same key and body", async (_, error) => {
    expect(await sendAll(["approve", "approve", "approve"], [error, error, "fine"])).toEqual({
      keys: 1,
      bodies: ["body 0", "body 0", "body 0"],
    });
  });

  it.each([
    ["it was done", "fine" as const],
    ["it never left", failure(0, "no")],
    ["the desk could not take it", failure(503, "no")],
    ["it was refused", failure(409)],
    ["it was not allowed", failure(403)],
    ["there were too many", failure(429)],
  ])("once %s the next is another", async (_, outcome) => {
    expect(await sendAll(["approve", "approve"], [outcome, "fine"])).toEqual({ keys: 2, bodies: ["body 0", "body 1"] });
  });

  it("another intent has another key, whatever became of the first", async () => {
    expect(await sendAll(["approve", "decline"], [failure(504, "unknown"), "fine"])).toEqual({ keys: 2, bodies: ["body 0", "body 1"] });
  });
});
