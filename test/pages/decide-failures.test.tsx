import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Fault } from "@mocks/http/faults";
import { eventCount, inWorld, openWorkbench, writes } from "@test/support/workbench";

const operation = "approveAnInquiry";
const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });

/** Approves with a comment while something is in the way, and waits for the page to say so. */
async function approveInto(fault: Fault) {
  const page = await openWorkbench({ status: "completed" });
  page.simulator.fault(fault);
  await page.user.keyboard("ac");
  await page.user.keyboard("Fits.{Control>}{Enter}{/Control}");
  const alert = await page.decision.findByRole("alert");
  const tryAgain = () => page.user.click(page.decision.getByRole("button", { name: "Try again" }));
  return { ...page, alert, tryAgain };
}

const keys = (simulator: Parameters<typeof writes>[0]) => writes(simulator).map(({ idempotencyKey }) => idempotencyKey);

const refused = "It was refused. Nothing was changed.";
const open = "It is not known whether it took effect. Look at the present state before you send it again.";

describe("a decision that fails says whether it was sent, keeps the comment, and can be tried again", () => {
  it.each([
    [401, "You are signed out", refused],
    [403, "You are not allowed to see or do this", refused],
    [409, "It changed in the meantime", refused],
    [422, "Persona refused the request", refused],
    [429, "Too many requests", refused],
    [500, "Persona did not answer as it should", open],
    [503, "Persona did not answer as it should", open],
    ["network", "No connection", open],
  ] as const)("%s", async (status, title, sent) => {
    const { simulator, inquiryId, decision, alert, tryAgain } = await approveInto({ operation, status });
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(sent);
    expect(comment()).toHaveValue("Fits.");
    expect(inWorld(simulator, inquiryId).status).toBe("completed");

    await tryAgain();
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId)).toMatchObject({ status: "approved", reviewerComment: "Fits." });
    expect(eventCount(simulator, "inquiry.approved")).toBe(1);
  });

  it("the read before it: nothing was sent", async () => {
    const { simulator, alert } = await approveInto({ operation: "retrieveAnInquiry", status: "network" });
    expect(alert).toHaveTextContent("Nothing was sent.");
    expect(comment()).toHaveValue("Fits.");
    expect(writes(simulator)).toEqual([]);
  });
});

describe("a decision whose answer is lost happens once", () => {
  it.each(["network", 500, 503] as const)(
    "taken by Persona, answered with %s: the second try finds it done and sends nothing",
    async (status) => {
      const { simulator, decision, tryAgain } = await approveInto({ operation, status, when: "after" });
      await tryAgain();
      expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent("Approved");
      expect(writes(simulator)).toHaveLength(1);
      expect(eventCount(simulator, "inquiry.approved")).toBe(1);
    },
  );

  it("not known to have arrived: the second try carries the same Idempotency-Key", async () => {
    const { simulator, decision, tryAgain } = await approveInto({ operation, status: "network" });
    await tryAgain();
    await decision.findByText(/The inquiry is now/);
    const [first, second] = keys(simulator);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect(second).toBe(first);
  });
});

describe("another intent has another Idempotency-Key", () => {
  it("the same decision with another comment, which Persona would refuse under the old key", async () => {
    const { user, simulator, inquiryId, decision, tryAgain } = await approveInto({ operation, status: "network" });
    await user.type(comment(), " Truly.");
    await tryAgain();
    await decision.findByText(/The inquiry is now/);
    expect(new Set(keys(simulator)).size).toBe(2);
    expect(inWorld(simulator, inquiryId).reviewerComment).toBe("Fits. Truly.");
  });

  it("the same decision after a server error, which Persona would replay under the old key", async () => {
    const { simulator, decision, tryAgain } = await approveInto({ operation, status: 500 });
    await tryAgain();
    await decision.findByText(/The inquiry is now/);
    expect(new Set(keys(simulator)).size).toBe(2);
  });

  it("the opposite decision, the first one again after it", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    for (const [key, word] of Object.entries({ a: /Approved/, d: /Declined/, A: /Approved/ })) {
      await user.keyboard(`${key}{Enter}`);
      expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent(word);
    }
    expect(new Set(keys(simulator)).size).toBe(3);
  });
});

it("what was sent can't be called back: Escape waits for the answer", async () => {
  const { user, simulator, decision } = await openWorkbench({ status: "completed" });
  simulator.fault({ operation, status: 500, delayMs: 300 });
  await user.keyboard("a{Enter}{Escape}");
  expect(await decision.findByRole("alert")).toHaveTextContent(open);
});
