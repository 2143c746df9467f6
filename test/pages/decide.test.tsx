import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { restHands } from "@test/support/hands";
import { simulate } from "@test/support/inquiry-states";
import { eventCount, inWorld, openWorkbench, writes } from "@test/support/workbench";

const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const decisions = [
  { label: "Approve", keys: "a", confirm: "Approve inquiry", status: "approved", word: "Approved", operation: "approveAnInquiry" },
  { label: "Decline", keys: "d", confirm: "Decline inquiry", status: "declined", word: "Declined", operation: "declineAnInquiry" },
  {
    label: "Mark for review",
    keys: "r",
    confirm: "Mark for review",
    status: "needs_review",
    word: "Needs review",
    operation: "markAnInquiryForReview",
  },
] as const;

describe.each(decisions)("$label", ({ label, keys, confirm, status, word, operation }) => {
  it("takes two keys", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard(`${keys}{Enter}`);
    const outcome = await decision.findByText(/The inquiry is now/);
    expect(outcome).toHaveTextContent(word);
    expect(outcome.closest("[tabindex]")).toHaveFocus();
    expect(inWorld(simulator, inquiryId).status).toBe(status);
    expect(writes(simulator)).toMatchObject([{ operation, status: 200, idempotencyKey: expect.stringMatching(uuid) as string }]);
  });

  it("takes two clicks", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.click(decision.getByRole("button", { name: label }));
    await user.click(within(decision.getByRole("form", { name: confirm })).getByRole("button", { name: confirm }));
    expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent(word);
    expect(inWorld(simulator, inquiryId).status).toBe(status);
  });

  it("shows nothing as done before the server has answered, and then what it answered", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    simulator.fault({ operation, delayMs: 300 });
    await user.keyboard(`${keys}{Enter}`);
    expect(decision.getByRole("button", { name: /…$/ })).toHaveAttribute("aria-busy", "true");
    expect(header()).toHaveTextContent("Completed");
    expect(header()).not.toHaveTextContent(word);
    await decision.findByText(/The inquiry is now/);
    expect(header()).toHaveTextContent(word);
  });

  it("is sent once, however often Enter is pressed", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    simulator.fault({ operation, delayMs: 300 });
    await user.keyboard(`${keys}{Enter}{Enter}{Control>}{Enter}{/Control}`);
    await decision.findByText(/The inquiry is now/);
    expect(writes(simulator)).toHaveLength(1);
  });
});

/** The verdict: status and sentence at the top of the page. */
const header = () => screen.getByRole("region", { name: "Verdict" });

describe("the comment", () => {
  it("goes with a decline: D, C, the words, Ctrl+Enter", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("dc");
    expect(comment()).toHaveFocus();
    await user.keyboard("Portrait does not fit.{Control>}{Enter}{/Control}");
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId)).toMatchObject({ status: "declined", reviewerComment: "Portrait does not fit." });
  });

  it("is text while it is written: no letter of it is a shortcut, and Enter is a new line", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("dc");
    await user.keyboard("a drill{Enter}c?");
    expect(comment()).toHaveValue("a drill\nc?");
    expect(screen.getByRole("form", { name: "Decline inquiry" })).toBeVisible();
    expect(screen.queryByRole("form", { name: /Approve|review|Restore/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(writes(simulator)).toEqual([]);
  });

  it("is kept when the form is closed and opened again, and gone once it was sent", async () => {
    const { user, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("dc");
    await user.keyboard("Half a thought{Escape}");
    expect(screen.queryByRole("form", { name: "Decline inquiry" })).not.toBeInTheDocument();
    expect(decision.getByRole("button", { name: "Decline" })).toHaveFocus();
    await user.keyboard("d");
    expect(comment()).toHaveValue("Half a thought");
    await user.keyboard("{Enter}");
    await decision.findByText(/The inquiry is now/);
    await user.keyboard("a");
    expect(comment()).toHaveValue("");
  });

  it("is not sent when it is too long, and says so", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("dc");
    await user.paste("x".repeat(4_001));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(comment()).toBeInvalid());
    expect(comment()).toHaveAccessibleDescription(/At most 4,000 characters/);
    expect(writes(simulator)).toEqual([]);
  });

  it("is not asked for where Persona takes none", async () => {
    const { user } = await openWorkbench({ status: "completed" });
    await user.keyboard("rc");
    expect(screen.queryByRole("textbox", { name: /Comment/ })).not.toBeInTheDocument();
    expect(screen.getByRole("form", { name: "Mark for review" })).toBeVisible();
  });
});

it("letters typed into the search of the frame decide nothing", async () => {
  const { user, simulator, decision } = await openWorkbench({ status: "completed" });
  const search = screen.getByRole("textbox", { name: "Find a person or an inquiry" });
  await user.click(search);
  await user.keyboard("adr");
  expect(search).toHaveValue("adr");
  expect(decision.queryByRole("form")).not.toBeInTheDocument();
  expect(writes(simulator)).toEqual([]);
});

describe("what may not be done says why, and does nothing", () => {
  it.each([
    ["support", "completed", "Approve", /Your role \(Support\) can't approve or decline/],
    ["support", "completed", "Decline", /Your role \(Support\) can't approve or decline/],
    ["auditor", "completed", "Approve", /Your role \(Auditor\) can only read/],
    ["auditor", "completed", "Decline", /Your role \(Auditor\) can only read/],
    ["auditor", "completed", "Mark for review", /Your role \(Auditor\) can only read/],
    ["reviewer", "approved", "Approve", /already approved/],
    ["reviewer", "approved", "Mark for review", /A decided inquiry can't go back to review/],
    ["reviewer", "declined", "Decline", /already declined/],
    ["reviewer", "needs_review", "Mark for review", /already marked for review/],
  ] as const)("%s, %s inquiry: %s", async (role, status, label, reason) => {
    const { user, simulator, decision } = await openWorkbench({ status }, { role });
    const button = decision.getByRole("button", { name: new RegExp(`^${label}`) });
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveAccessibleName(reason);
    expect(decision.getAllByText(reason).length).toBeGreaterThan(1);
    await user.click(button);
    await user.keyboard(decisions.find((decision) => decision.label === label)?.keys ?? "");
    expect(decision.queryByRole("form")).not.toBeInTheDocument();
    expect(writes(simulator)).toEqual([]);
  });

  it("redacted: none of the three", async () => {
    const { decision } = await openWorkbench({ status: "completed", redacted: true });
    for (const button of decision.getAllByRole("button")) expect(button).toHaveAccessibleName(/This inquiry was redacted/);
  });

  it("support is led to marking for review, which it may do", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" }, { role: "support" });
    await user.keyboard("a");
    expect(decision.getByRole("status")).toHaveTextContent("Mark it for review, and a reviewer will decide.");
    restHands();
    await user.keyboard("r{Enter}");
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).status).toBe("needs_review");
  });
});

it.each([
  ["created", "a", /The user has not started\. Approving it now stops them/],
  ["created", "d", /The user has not started\. Declining it now stops them/],
  ["pending", "a", /may be in the middle of it\. Approving it now stops them/],
  ["pending", "r", /may be in the middle of it\. Marking it now stops them/],
  ["approved", "d", /reverses that decision/],
] as const)("a %s inquiry: %s warns before it is sent", async (status, key, warning) => {
  const { user, simulator, decision } = await openWorkbench({ status });
  await user.keyboard(key);
  expect(within(decision.getByRole("form")).getByText(warning)).toBeVisible();
  expect(writes(simulator)).toEqual([]);
});

describe("a colleague decided first", () => {
  it("nothing is sent, and what changed is shown", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    simulate(simulator, inquiryId, "decline_inquiry");
    await user.keyboard("{Enter}");
    const alert = await decision.findByRole("alert");
    expect(alert).toHaveTextContent("It changed while you were looking. Nothing was sent.");
    expect(alert).toHaveTextContent(/You saw Completed.*now it is Declined/);
    expect(writes(simulator)).toEqual([]);
    expect(inWorld(simulator, inquiryId).status).toBe("declined");
  });

  it("one key goes back to looking", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    simulate(simulator, inquiryId, "decline_inquiry");
    await user.keyboard("{Enter}");
    await decision.findByRole("alert");
    await user.keyboard("{Escape}");
    expect(decision.queryByRole("alert")).not.toBeInTheDocument();
    expect(header()).toHaveTextContent("Declined");
    expect(writes(simulator)).toEqual([]);
  });

  it("the decision can be taken on what it is now, knowing that it reverses theirs", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    simulate(simulator, inquiryId, "decline_inquiry");
    await user.keyboard("{Enter}");
    await user.click(await decision.findByRole("button", { name: "Decide on what it is now" }));
    expect(decision.getByText(/Approving it reverses that decision/)).toBeVisible();
    await user.keyboard("{Enter}");
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).status).toBe("approved");
  });

  it("the same decision is not taken twice either", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    simulate(simulator, inquiryId, "approve_inquiry");
    await user.keyboard("{Enter}");
    expect(await decision.findByRole("alert")).toHaveTextContent("Nothing was sent.");
    expect(writes(simulator)).toEqual([]);
    expect(eventCount(simulator, "inquiry.approved")).toBe(1);
  });

  it("after the last look but before the decision arrived: it was sent, and refused", async () => {
    const { user, simulator, inquiryId, decision } = await openWorkbench({ status: "completed" });
    simulator.fault({ operation: "approveAnInquiry", delayMs: 300 });
    await user.keyboard("a{Enter}");
    await waitFor(() => expect(writes(simulator)).toHaveLength(1));
    simulate(simulator, inquiryId, "approve_inquiry");
    await decision.findByText(/You saw/);
    expect(decision.getByRole("alert")).toHaveTextContent("Your decision was refused, and nothing was changed by it.");
    expect(eventCount(simulator, "inquiry.approved")).toBe(1);
  });
});
