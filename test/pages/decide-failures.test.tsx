import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { InquiryDetail } from "@/api/inquiries/queries";
import { keys as keysOf } from "@/api/query-keys";
import { seenIn } from "@/components/seen-in";
import type { Fault } from "@mocks/http/faults";
import { asColleague } from "@test/support/colleague";
import { restHands } from "@test/support/hands";
import { afterTheHold, decisionWrites, eventCount, inWorld, openWorkbench, writes } from "@test/support/workbench";

const operation = "decide";
const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });

/** Approves with a comment while something is in the way, and waits for the page to say so. */
async function approveInto(fault: Fault) {
  const page = await giveInto(fault);
  const alert = await page.decision.findByRole("alert");
  const tryAgain = () => page.user.click(page.decision.getByRole("button", { name: "Try again" }));
  return { ...page, alert, tryAgain };
}

async function giveInto(fault: Fault) {
  const page = await openWorkbench({ status: "completed" });
  page.simulator.fault(fault);
  await page.user.keyboard("ac");
  await page.user.keyboard("Fits.{Control>}{Enter}{/Control}");
  return page;
}

const keys = (simulator: Parameters<typeof writes>[0]) =>
  decisionWrites(simulator)
    .filter(({ method }) => method === "POST")
    .map(({ idempotencyKey }) => idempotencyKey);

const refused = "It was refused. Nothing was changed.";
const open = "It is not known whether it was done. Try again: the same is never done twice.";

describe("a decision that the desk does not take says whether it may have, keeps the comment, and can be tried again", () => {
  it.each([
    [401, "You are signed out", refused],
    [403, "You are not allowed to see or do this", refused],
    [409, "Nothing was sent.", "Please try again."],
    [422, "The desk refused the request", refused],
    [429, "Persona is busy", refused],
    [500, "The desk returned an error (500)", open],
    [503, "The desk returned an error (503)", open],
    [504, "The desk returned an error (504)", open],
    ["network", "No connection", open],
  ] as const)("%s", async (status, title, sent) => {
    const page = await approveInto({ operation, status });
    const { simulator, inquiryId, decision, alert, tryAgain } = page;
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(sent);
    expect(comment()).toHaveValue("Fits.");

    await tryAgain();
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).status).toBe("approved");
    expect(inWorld(simulator, inquiryId).reviewerComment).toMatch(/^Fits\.\n/);
    expect(eventCount(simulator, "inquiry.approved")).toBe(1);
  });
});

describe("one intent has one key until it is known whether it was sent", () => {
  it.each(["network", 500, 503, 504] as const)(
    "taken, answered with %s: it is found, or given again under the same key",
    async (status) => {
      const page = await giveInto({ operation, status, when: "after" });
      await page.decision.findByText("Your approval is held.");
      expect(page.decision.queryByRole("form")).not.toBeInTheDocument();
      await afterTheHold(page);
      await page.decision.findByText(/The inquiry is now/);
      expect(eventCount(page.simulator, "inquiry.approved")).toBe(1);
      restHands();
      await page.user.keyboard("d");
      expect(comment()).toHaveValue("");
    },
  );

  it.each(["network", 500, 503, 504] as const)("not taken, answered with %s: the second try carries the same key", async (status) => {
    const { simulator, decision, tryAgain } = await approveInto({ operation, status });
    await tryAgain();
    await decision.findByText(/is held\.$/);
    const [first, second] = keys(simulator);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect(second).toBe(first);
  });

  it("the same decision with another comment is another", async () => {
    const { user, simulator, decision, tryAgain } = await approveInto({ operation, status: 504 });
    await user.type(comment(), " Truly.");
    await tryAgain();
    await decision.findByText(/is held\.$/);
    expect(new Set(keys(simulator)).size).toBe(2);
  });

  it("what was refused is over", async () => {
    const { simulator, decision, tryAgain } = await approveInto({ operation, status: 409 });
    await tryAgain();
    await decision.findByText(/is held\.$/);
    expect(new Set(keys(simulator)).size).toBe(2);
  });
});

it("what was given can't be called back: Escape waits for the answer", async () => {
  const { user, simulator, decision } = await openWorkbench({ status: "completed" });
  simulator.fault({ operation, status: 500, delayMs: 300 });
  await user.keyboard("a{Enter}{Escape}");
  expect(await decision.findByRole("alert")).toHaveTextContent(open);
});

it("Persona refuses it: the reason is told, and the same key decides again with the comment kept", async () => {
  const page = await openWorkbench({ status: "completed" });
  const { user, simulator, decision } = page;
  await user.keyboard("ac");
  await user.keyboard("Fits.{Control>}{Enter}{/Control}");
  await decision.findByText(/is held\.$/);
  simulator.fault({ operation: "approveAnInquiry", status: 422 });
  await afterTheHold(page);
  const alert = await decision.findByRole("alert");
  expect(alert).toHaveTextContent(/Your approval was refused\.Persona refused it: [^.]+\. Nothing was changed\./);
  restHands();
  await user.keyboard("a");
  expect(comment()).toHaveValue("Fits.");
});

it("nobody knows whether Persona took it: that is said, nothing can be decided meanwhile, and it is found out", async () => {
  const page = await openWorkbench({ status: "completed" });
  const { user, simulator, decision } = page;
  await user.keyboard("a{Enter}");
  await decision.findByText(/is held\.$/);
  simulator.fault({ operation: "approveAnInquiry", status: 500, when: "after" });
  await afterTheHold(page);
  expect(await decision.findByText(/It is not known yet whether it took effect/)).toBeVisible();
  expect(decision.getByRole("button", { name: /^Decline/ })).toHaveAccessibleName(/not known yet whether it took effect/);
  await afterTheHold(page, 3);
  expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent("Approved");
  expect(eventCount(simulator, "inquiry.approved")).toBe(1);
});

describe("each write names the person its page was loaded for", () => {
  const other = /Nothing was sent\..*Inés Valverde is signed in now, in another tab/;

  it.each([
    ["at once", false],
    ["after the page has heard who is signed in now", true],
  ])("another person's session decides nothing %s: it is refused, and the comment stays", async (_, hasHeard) => {
    const page = await openWorkbench({ status: "completed" }, { role: "reviewer" });
    const { user, simulator, inquiryId, decision, queryClient } = page;
    await user.keyboard("d1c");
    await user.keyboard("forged document");
    await simulator.control("sign-in", { role: "lead" });
    if (hasHeard) await act(() => queryClient.invalidateQueries({ queryKey: keysOf.deskSession() }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await decision.findByRole("alert")).toHaveTextContent(other);
    expect(comment()).toHaveValue("forged document");
    await afterTheHold(page);
    expect(writes(simulator)).toEqual([]);
    expect(inWorld(simulator, inquiryId).status).toBe("completed");
    expect(decisionWrites(simulator).at(-1)).toMatchObject({ operation: "decide", status: 409 });
  });

  it("another person's session takes nothing back, and that is said", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" }, { role: "reviewer" });
    await user.keyboard("a{Enter}");
    await decision.findByText("Your approval is held.");
    await simulator.control("sign-in", { role: "lead" });
    await user.click(decision.getByRole("button", { name: "Take back" }));
    expect(await decision.findByRole("alert")).toHaveTextContent("Inés Valverde is signed in now, in another tab");
    expect(decisionWrites(simulator).at(-1)).toMatchObject({ method: "DELETE", status: 409 });
  });
});

describe("a colleague holds a decision", () => {
  it("says who holds what until when, why nothing can be decided, and refuses who was too late to see it", async () => {
    const page = await openWorkbench({ status: "completed" }, { role: "reviewer" });
    const { user, simulator, inquiryId, decision, queryClient } = page;
    await user.keyboard("a");
    const detail = queryClient.getQueryData<InquiryDetail>(keysOf.inquiry(inquiryId));
    if (detail === undefined) throw new Error("The page shows no inquiry");
    const seen = seenIn(detail);
    const body = { inquiryId, action: "approve", reasonIds: [], comment: null, seen };
    const given = await asColleague(simulator, { role: "lead", seat: "reviewer", method: "POST", path: "/desk/v1/decisions", body });
    expect(given.status).toBe(201);
    await user.keyboard("{Enter}");
    expect(await decision.findByRole("alert")).toHaveTextContent(/Nothing was sent\..*Inés Valverde holds an approval of this inquiry/);
    expect(await decision.findByText("Inés Valverde's approval is held.")).toBeVisible();
    await waitFor(() =>
      expect(decision.getByRole("button", { name: /^Decline/ })).toHaveAccessibleName(/Inés Valverde's approval is held until/),
    );
    expect(decision.queryByRole("button", { name: "Take back" })).not.toBeInTheDocument();
    await afterTheHold({ simulator, queryClient });
    expect(await decision.findByText("It changed while you were looking. Nothing was sent.")).toBeVisible();
    await user.keyboard("{Escape}");
    expect(await decision.findByText("Inés Valverde's approval is confirmed.")).toBeVisible();
    expect(eventCount(simulator, "inquiry.approved")).toBe(1);
  });
});
