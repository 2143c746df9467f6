import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { settingsQuery } from "@/api/settings/queries";
import { holdAnswers } from "@test/support/failing-answers";
import { restHands } from "@test/support/hands";
import { simulate } from "@test/support/inquiry-states";
import { afterTheHold, decisionWrites, eventCount, inWorld, openWorkbench, writes } from "@test/support/workbench";

const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const decisions = [
  {
    label: "Approve",
    keys: "a",
    press: "a{Enter}",
    confirm: "Approve inquiry",
    status: "approved",
    word: "Approved",
    operation: "approveAnInquiry",
  },
  {
    label: "Decline",
    keys: "d",
    press: "d2{Enter}",
    confirm: "Decline inquiry",
    status: "declined",
    word: "Declined",
    operation: "declineAnInquiry",
  },
  {
    label: "Mark for review",
    keys: "r",
    press: "r{Enter}",
    confirm: "Mark for review",
    status: "needs_review",
    word: "Needs review",
    operation: "markAnInquiryForReview",
  },
] as const;

describe.each(decisions)("$label", ({ label, press, confirm, status, word, operation }) => {
  it("takes two keys, three where it needs a reason", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard(press);
    const held = await decision.findByText(/^Your .+ is held\.$/);
    expect(held.closest("[tabindex]")).toHaveFocus();
    expect(decision.queryByRole("form")).not.toBeInTheDocument();
    expect(writes(simulator)).toEqual([]);
    expect(decisionWrites(simulator)).toMatchObject([
      { operation: "decide", status: 201, idempotencyKey: expect.stringMatching(uuid) as string },
    ]);

    await afterTheHold(page);
    expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent(word);
    expect(inWorld(simulator, inquiryId).status).toBe(status);
    expect(writes(simulator)).toMatchObject([{ operation, status: 200 }]);
  });

  it("can be done with the mouse", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, inquiryId, decision } = page;
    await user.click(decision.getByRole("button", { name: label }));
    const form = within(decision.getByRole("form", { name: confirm }));
    if (label === "Decline") await user.click(form.getByRole("radio", { name: /^Selfie and document show different people/ }));
    await user.click(form.getByRole("button", { name: confirm }));
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    expect(await decision.findByText(/The inquiry is now/)).toHaveTextContent(word);
    expect(inWorld(simulator, inquiryId).status).toBe(status);
  });

  it("shows nothing as done before Persona has confirmed it, and then what it answered", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, decision } = page;
    simulator.fault({ operation: "decide", delayMs: 300 });
    await user.keyboard(press);
    expect(decision.getByRole("button", { name: /…$/ })).toHaveAttribute("aria-busy", "true");
    await decision.findByText(/is held\.$/);
    expect(header()).toHaveTextContent("Completed");
    expect(header()).not.toHaveTextContent(word);
    await afterTheHold(page);
    await waitFor(() => expect(header()).toHaveTextContent(word));
  });

  it("is taken once, however often Enter is pressed", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    simulator.fault({ operation: "decide", delayMs: 300 });
    await user.keyboard(`${press}{Enter}{Control>}{Enter}{/Control}`);
    await decision.findByText(/is held\.$/);
    await user.keyboard("{Enter}{Enter}");
    expect(decisionWrites(simulator)).toHaveLength(1);
  });
});

/** The verdict: status and sentence at the top of the page. */
const header = () => screen.getByRole("region", { name: "Verdict" });

describe("the comment", () => {
  it("goes with a decline: D, a digit, C, the words, Ctrl+Enter", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard("d2c");
    expect(comment()).toHaveFocus();
    await user.keyboard("Portrait does not fit.{Control>}{Enter}{/Control}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).status).toBe("declined");
    expect(inWorld(simulator, inquiryId).reviewerComment).toMatch(
      /^Portrait does not fit\.\n\nReasons: Selfie and document show different people \(not-the-same-person\)\n\[Inquiry Desk\]/,
    );
  });

  it("goes with a reason that was not there yet when its digit was pressed", async () => {
    const { user, queryClient } = await openWorkbench({ status: "completed" });
    const arrive = holdAnswers("*/desk/v1/settings");
    act(() => void queryClient.resetQueries({ queryKey: settingsQuery().queryKey }));
    await user.keyboard("d2cTwo faces.");
    expect(screen.queryByRole("radio")).not.toBeInTheDocument();
    expect(comment()).toHaveFocus();
    arrive();
    const radios = await within(screen.getByRole("form", { name: "Decline inquiry" })).findAllByRole("radio");
    await waitFor(() => expect(radios.findIndex((radio) => radio.matches(":checked"))).toBe(1));
    expect(comment()).toHaveValue("Two faces.");
  });

  it("is not waited for: D, a digit and Enter decline, though the reasons come after the keys", async () => {
    const page = await openWorkbench({ status: "needs_review" });
    const arrive = holdAnswers("*/desk/v1/settings");
    act(() => void page.queryClient.resetQueries({ queryKey: settingsQuery().queryKey }));
    await page.user.keyboard("d2{Enter}");
    arrive();
    await page.decision.findByText(/is held\.$/);
    await afterTheHold(page);
    await page.decision.findByText(/The inquiry is now/);
    expect(inWorld(page.simulator, page.inquiryId).reviewerComment).toContain("(not-the-same-person)");
  });

  it("that went astray before the reasons were there chooses none", async () => {
    const { user, queryClient } = await openWorkbench({ status: "completed" });
    const arrive = holdAnswers("*/desk/v1/settings");
    act(() => void queryClient.resetQueries({ queryKey: settingsQuery().queryKey }));
    await user.keyboard("d2 days late");
    arrive();
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(screen.queryByRole("form", { name: "Decline inquiry" })).not.toBeInTheDocument();
    restHands();
    await user.keyboard("d");
    const radios = await within(await screen.findByRole("form", { name: "Decline inquiry" })).findAllByRole("radio");
    expect(radios.filter((radio) => radio.matches(":checked"))).toEqual([]);
  });

  it("is text while it is written: no letter of it is a shortcut, and Enter is a new line", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("dc");
    await user.keyboard("a drill{Enter}c? 1z");
    expect(comment()).toHaveValue("a drill\nc? 1z");
    expect(screen.getByRole("form", { name: "Decline inquiry" })).toBeVisible();
    expect(screen.queryByRole("form", { name: /Approve|review|Restore/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("radio", { checked: true })).not.toBeInTheDocument();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(decisionWrites(simulator)).toEqual([]);
  });

  it("is kept when the form is closed and opened again, and gone once it was taken", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, decision } = page;
    await user.keyboard("d1c");
    await user.keyboard("Half a thought{Escape}");
    expect(screen.queryByRole("form", { name: "Decline inquiry" })).not.toBeInTheDocument();
    expect(decision.getByRole("button", { name: "Decline" })).toHaveFocus();
    await user.keyboard("d");
    expect(comment()).toHaveValue("Half a thought");
    expect(screen.getByRole("radio", { name: /^Document is altered/ })).toBeChecked();
    await user.keyboard("{Enter}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    await decision.findByText(/The inquiry is now/);
    restHands();
    await user.keyboard("a");
    expect(comment()).toHaveValue("");
  });

  it("of one decision is never another's", async () => {
    const { user } = await openWorkbench({ status: "completed" });
    await user.keyboard("dc");
    await user.keyboard("forged document{Escape}a");
    expect(screen.getByRole("form", { name: "Approve inquiry" })).toBeVisible();
    expect(comment()).toHaveValue("");
    await user.keyboard("{Escape}d");
    expect(comment()).toHaveValue("forged document");
  });

  it("is not sent when it is too long, and says so", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("d1c");
    await user.paste("x".repeat(4_001));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(comment()).toBeInvalid());
    expect(comment()).toHaveAccessibleDescription(/At most 4,000 characters/);
    expect(decisionWrites(simulator)).toEqual([]);
  });

  it("of a mark for review stays in the desk's own log, and says so", async () => {
    const { user } = await openWorkbench({ status: "completed" });
    await user.keyboard("r");
    expect(comment()).toHaveAccessibleDescription(/Persona keeps none with this: it stays in the desk's own log/);
  });
});

it("letters typed into the search of the frame decide nothing", async () => {
  const { user, simulator, decision } = await openWorkbench({ status: "completed" });
  const search = screen.getByRole("textbox", { name: "Find a person or an inquiry" });
  await user.click(search);
  await user.keyboard("adr");
  expect(search).toHaveValue("adr");
  expect(decision.queryByRole("form")).not.toBeInTheDocument();
  expect(decisionWrites(simulator)).toEqual([]);
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
    expect(decisionWrites(simulator)).toEqual([]);
  });

  it("redacted: none of the three", async () => {
    const { decision } = await openWorkbench({ status: "completed", redacted: true });
    for (const button of decision.getAllByRole("button")) expect(button).toHaveAccessibleName(/This inquiry was redacted/);
  });

  it("support is led to marking for review, which it may do", async () => {
    const page = await openWorkbench({ status: "completed" }, { role: "support" });
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard("a");
    expect(decision.getAllByRole("status")[0]).toHaveTextContent("Mark it for review, and a reviewer will decide.");
    restHands();
    await user.keyboard("r{Enter}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
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
  expect(decisionWrites(simulator)).toEqual([]);
});

describe("a colleague decided first", () => {
  it("nothing is sent, and what changed is shown", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard("ac");
    await user.keyboard("All fits.");
    simulate(simulator, inquiryId, "decline_inquiry");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    const alert = await decision.findByRole("alert");
    expect(alert).toHaveTextContent("Your approval was stopped: it changed. Nothing was sent.");
    expect(alert).toHaveTextContent("It was completed; now it is declined.");
    expect(alert).toHaveTextContent("“All fits.”");
    expect(writes(simulator)).toEqual([]);
    expect(inWorld(simulator, inquiryId).status).toBe("declined");
  });

  it("one key goes on: on what it is now, with the comment kept, knowing that it reverses theirs", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard("a1c");
    await user.keyboard("All fits.");
    simulate(simulator, inquiryId, "decline_inquiry");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    await decision.findByRole("alert");
    // read again by itself: no push told of it
    await waitFor(() => expect(header()).toHaveTextContent("Declined"));

    restHands();
    await user.keyboard("a");
    expect(decision.getByText(/Approving it reverses that decision/)).toBeVisible();
    expect(comment()).toHaveValue("All fits.");
    expect(screen.getByRole("radio", { name: /^Evidence is complete/ })).toBeChecked();
    await user.keyboard("{Enter}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).status).toBe("approved");
  });

  it("while the form is open: nothing can be sent before it was looked at", async () => {
    const { user, simulator, inquiryId, decision, queryClient } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    simulate(simulator, inquiryId, "decline_inquiry");
    await queryClient.invalidateQueries({ queryKey: ["inquiry"] });
    const alert = await decision.findByRole("alert");
    expect(alert).toHaveTextContent("It changed while you were looking. Nothing was sent.");
    expect(alert).toHaveTextContent("It was completed; now it is declined.");
    await user.keyboard("{Enter}");
    expect(decisionWrites(simulator)).toEqual([]);
    await user.keyboard("{Escape}");
    expect(decision.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("the same decision is not taken twice either", async () => {
    const page = await openWorkbench({ status: "completed" });
    const { user, simulator, inquiryId, decision } = page;
    await user.keyboard("a");
    simulate(simulator, inquiryId, "approve_inquiry");
    await user.keyboard("{Enter}");
    await decision.findByText(/is held\.$/);
    await afterTheHold(page);
    expect(await decision.findByRole("alert")).toHaveTextContent("Nothing was sent.");
    expect(writes(simulator)).toEqual([]);
    expect(eventCount(simulator, "inquiry.approved")).toBe(1);
  });
});

it("says once how a decision can be changed, whatever else can't be done", async () => {
  const { decision } = await openWorkbench({ status: "approved" });
  const [, ...reasons] = decision.getAllByRole("list").flatMap((list) => [
    "",
    ...within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ]);
  expect(reasons).toEqual([
    "Approve: This inquiry is already approved; Persona takes the same decision only once. ",
    expect.stringMatching(/^Mark for review: A decided inquiry can't go back to review\. If the decision has to change, a reviewer/),
  ]);
});
