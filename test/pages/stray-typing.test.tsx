import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Simulator } from "@mocks/simulator";
import { restHands, typeAt } from "@test/support/hands";
import type { Status } from "@test/support/inquiry-states";
import { clipboard, form } from "@test/support/restore-access";
import { openWorkbench, writes } from "@test/support/workbench";

/** Everything that was sent to change something, claims among it. */
const changes = (simulator: Simulator) => simulator.requests().filter(({ method }) => method !== "GET");
const decisionForm = (name: string) => screen.getByRole("form", { name });
const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });

/** What opens with a key and would have to be closed. */
const opened = () => [
  ...screen.queryAllByRole("form", { name: /^(Approve|Decline|Mark|Restore)/ }),
  ...screen.queryAllByRole("group", { name: "Way back in" }),
  ...screen.queryAllByRole("region", { name: "Pictures" }),
  ...screen.queryAllByRole("dialog", { name: "Shortcuts" }),
];

describe("text typed where no field takes it", () => {
  it.each<[string, Status]>([
    ["is this a match ", "needs_review"],
    ["Looked at it and done", "needs_review"],
    ["approve the next one, please", "completed"],
    ["Dana Tran will call", "completed"],
    ["call him later", "expired"],
    ["well then ", "expired"],
    ["later, he said", "expired"],
    ["team lead has it", "needs_review"],
    ["?? what is this", "needs_review"],
    // a number that begins like a decision and its reason
    ["D774436{Enter}", "completed"],
    ["d12{Enter}", "completed"],
  ])("%o does nothing, and leaves nothing open", async (text, status) => {
    const { user, simulator } = await openWorkbench({ status });
    await navigator.clipboard.writeText("what was copied before");
    const before = changes(simulator);
    await typeAt(user, text, 5);
    expect(opened()).toEqual([]);
    expect(document.body).toHaveFocus();
    restHands();
    await user.keyboard("{Shift}");
    expect(changes(simulator)).toEqual(before);
    expect(await clipboard()).toBe("what was copied before");
  });

  it.each<[string, Status]>([
    ["is this a match ", "needs_review"],
    ["Looked at it and done", "needs_review"],
    ["call him later", "expired"],
    ["well then ", "expired"],
  ])("%o at the pace of a hand does nothing, and leaves nothing open", async (text, status) => {
    const { user, simulator } = await openWorkbench({ status });
    const before = changes(simulator);
    await typeAt(user, text, 140);
    expect(opened()).toEqual([]);
    expect(document.body).toHaveFocus();
    restHands();
    await user.keyboard("{Shift}");
    expect(changes(simulator)).toEqual(before);
  });

  it("does not claim the inquiry for who typed it", async () => {
    const { user, simulator } = await openWorkbench({ status: "needs_review" });
    await waitFor(() => expect(simulator.requests().map(({ operation }) => operation)).toContain("listClaims"));
    await typeAt(user, "tell her about it", 5);
    restHands();
    await user.keyboard("{Shift}x");
    expect(changes(simulator).filter(({ operation }) => operation === "claimAnInquiry")).toEqual([]);
  });

  it("opens nothing when it is pasted", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.paste("approved\nd\n");
    expect(opened()).toEqual([]);
    expect(writes(simulator)).toEqual([]);
  });

  it.each(["A1234567", "usr_b7710a", "12/34", "dall"])("the line %o of a scanner sends nothing of a form that is open", async (line) => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("d");
    restHands();
    await user.keyboard(`${line}{Enter}`);
    expect(decisionForm("Decline inquiry")).toBeVisible();
    restHands();
    // an Enter that comes later does not make up for it: it is not known what it is about
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/^Nothing was sent: something else was typed here/)).toBeVisible();
    expect(writes(simulator)).toEqual([]);
  });

  it("presses no button that has the focus", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    await user.click(decision.getByRole("button", { name: "Decline" }));
    within(decisionForm("Decline inquiry")).getByRole("button", { name: "Decline inquiry" }).focus();
    restHands();
    await user.keyboard("no match {Enter}");
    expect(writes(simulator)).toEqual([]);
  });

  it("sends nothing of the way back in either", async () => {
    const { user, simulator } = await openWorkbench({ status: "expired" });
    await user.keyboard("l");
    await form();
    restHands();
    await user.keyboard("usr_b7710a{Enter}");
    restHands();
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/^Nothing was copied: something else was typed here/)).toBeVisible();
    expect(writes(simulator)).toEqual([]);
  });
});

describe("keys that are meant, however fast", () => {
  it("D, C and the words come into the comment of the decline, all of them", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("dcattached address does not match");
    expect(decisionForm("Decline inquiry")).toBeVisible();
    expect(comment()).toHaveValue("attached address does not match");
    expect(writes(simulator)).toEqual([]);
  });

  it("the comment has the focus before the next key can come", async () => {
    await openWorkbench({ status: "completed" });
    for (const key of ["d", "c"]) fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(comment()).toHaveFocus();
  });

  it("Space on an opened form sends nothing", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    restHands();
    await user.keyboard(" ");
    expect(decisionForm("Approve inquiry")).toHaveFocus();
    expect(writes(simulator)).toEqual([]);
  });

  it("each decision has a draft of its own", async () => {
    const { user, simulator } = await openWorkbench({ status: "completed" });
    await user.keyboard("dcforged document{Escape}a");
    expect(decisionForm("Approve inquiry")).toBeVisible();
    expect(comment()).toHaveValue("");
    await user.keyboard("{Escape}d");
    expect(comment()).toHaveValue("forged document");
    expect(writes(simulator)).toEqual([]);
  });
});
