import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DeskRole, SecondLook } from "@/api/generated/desk/types.gen";
import type { Simulator } from "@mocks/simulator";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { asColleague } from "@test/support/colleague";
import { restHands } from "@test/support/hands";
import { inquiryIn, sandbox } from "@test/support/inquiry-states";
import { afterTheHold, inWorld, openWorkbench, writes } from "@test/support/workbench";

const lookWrites = (simulator: Simulator) =>
  simulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/desk/v1/second-looks"));

/** Somebody else asks for a second look; they would decline, since the document is altered. */
async function askedByColleague(simulator: Simulator, seat: DeskRole, role: DeskRole, inquiryId: string, more: object = {}) {
  const body = {
    inquiryId,
    action: "decline",
    reasonIds: ["document-altered"],
    comment: "The edge is cut.",
    note: "See the back.",
    ...more,
  };
  const response = await asColleague(simulator, { role, seat, method: "POST", path: "/desk/v1/second-looks", body });
  expect(response.status).toBe(201);
  return (await response.json()) as SecondLook;
}

type Asked = { seat?: DeskRole; role?: DeskRole; action?: string };

/** Opens an inquiry that somebody else has asked about, as a lead unless another role is given. */
async function openAsked(seed: string, { seat = "lead", role = "reviewer", action = "decline" }: Asked = {}) {
  const simulator = resetSimulator({ ...sandbox, seed, role: seat });
  const inquiryId = inquiryIn(simulator, { status: "completed" });
  await askedByColleague(simulator, seat, role, inquiryId, action === "decline" ? {} : { action, reasonIds: [] });
  const page = await renderApp(`/inquiries/${inquiryId}`);
  const decision = within(await screen.findByRole("region", { name: "Decision" }));
  await decision.findByText(/asked for a second look\.$/);
  return { ...page, simulator, inquiryId, decision };
}

describe("asking for a second look", () => {
  it("proposes a decision by keys alone, keeps the person from deciding, and can be taken back", async () => {
    const { user, simulator, decision, inquiryId } = await openWorkbench({ status: "completed" }, { role: "reviewer" });
    restHands();
    await user.keyboard("q");
    const form = within(await screen.findByRole("form", { name: "Ask for a second look" }));
    const action = form.getByRole("combobox", { name: "I would" });
    expect(action).toHaveFocus();
    await user.selectOptions(action, "decline");
    await user.click(form.getByRole("button", { name: "Ask for a second look" }));
    expect(await form.findByText("Choose a reason.")).toBeVisible();
    expect(lookWrites(simulator)).toEqual([]);
    await user.click(form.getByRole("radio", { name: /^Document is altered/ }));
    await user.type(form.getByRole("textbox", { name: "Why I would" }), "The edge is cut.");
    await user.type(form.getByRole("textbox", { name: "What to look at" }), "See the back.");
    await user.click(form.getByRole("button", { name: "Ask for a second look" }));

    expect(await decision.findByText("You have asked for a second look.")).toBeVisible();
    expect(decision.getByText(/See the back/)).toBeVisible();
    expect(decision.getByText(/would decline/)).toBeVisible();
    expect(decision.getByRole("button", { name: /^Approve/ })).toHaveAttribute("aria-disabled", "true");
    expect(decision.getByText(/Take that back to decide by yourself/, { selector: "li" })).toBeInTheDocument();
    expect(lookWrites(simulator)).toMatchObject([{ operation: "askForASecondLook", status: 201 }]);

    await user.click(decision.getByRole("button", { name: "Take back" }));
    await waitFor(() => expect(decision.getByRole("button", { name: /^Approve/ })).not.toHaveAttribute("aria-disabled"));
    expect(inWorld(simulator, inquiryId).status).toBe("completed");
  });

  it("is not for who may not decide, and says why", async () => {
    const { decision } = await openWorkbench({ status: "completed" }, { role: "auditor" });
    expect(decision.getByRole("button", { name: /^Ask for a second look/ })).toHaveAttribute("aria-disabled", "true");
  });

  it("that a lead has asked for is shown to a colleague who can't answer it", async () => {
    const { decision } = await openAsked("shown", { seat: "reviewer", role: "lead" });
    expect(decision.getByText("A lead answers it. Nobody else decides meanwhile.")).toBeVisible();
    expect(decision.queryByText(/would decline/)).not.toBeInTheDocument();
    expect(decision.getByRole("button", { name: /^Approve/ })).toHaveAttribute("aria-disabled", "true");
  });
});

describe("answering a second look", () => {
  it("is done blind, with the keys of any decision, and is carried out where both say the same", async () => {
    const page = await openAsked("blind");
    const { user, simulator, decision, inquiryId } = page;
    expect(document.body).not.toHaveTextContent("The edge is cut.");
    expect(decision.getByText(/See the back/)).toBeVisible();
    restHands();
    await user.keyboard("d1{Enter}");
    expect(await decision.findByText("The second look came to the same.")).toBeVisible();
    expect(decision.getByText(/The edge is cut/)).toBeVisible();
    expect(lookWrites(simulator)).toMatchObject([{ status: 201 }, { operation: "answerASecondLook", status: 200 }]);
    expect(await decision.findByText("Your decline is held.")).toBeVisible();
    await afterTheHold(page);
    await waitFor(() => expect(inWorld(simulator, inquiryId).status).toBe("declined"));
    expect(writes(simulator)).toHaveLength(1);
  });

  it("decides nothing where they differ, and shows both", async () => {
    const page = await openAsked("differs", { action: "approve" });
    const { user, simulator, decision, inquiryId } = page;
    restHands();
    await user.keyboard("d1{Enter}");
    expect(await decision.findByText("The second look came to something else.")).toBeVisible();
    expect(decision.getByText(/would approve/)).toBeVisible();
    expect(decision.getByText(/would decline/)).toBeVisible();
    await afterTheHold(page);
    expect([inWorld(simulator, inquiryId).status, writes(simulator)]).toEqual(["completed", []]);
    expect(decision.getByRole("button", { name: /^Approve/ })).not.toHaveAttribute("aria-disabled");
  });

  it("says in the form what will come of it", async () => {
    const { user, decision } = await openAsked("form");
    await user.click(decision.getByRole("button", { name: /^Approve/ }));
    expect(await decision.findByText(/^This answers the second look/)).toBeVisible();
    expect(decision.getByRole("button", { name: /^Mark for review/ })).toHaveAttribute("aria-disabled", "true");
  });
});

describe("how often two people agree", () => {
  it("is told to a lead, and leads to the answers", async () => {
    const page = await openAsked("agreement");
    const { user, decision, router } = page;
    restHands();
    await user.keyboard("d1{Enter}");
    await decision.findByText("The second look came to the same.");
    await router.navigate({ to: "/audit" });
    const link = await screen.findByRole("link", { name: "1 of 1 second look" }, { timeout: 5_000 });
    expect(link.closest("p")).toHaveTextContent(/1 of 1 second look in 30 days came to the same\.$/);
    await user.click(link);
    const table = await screen.findByRole("table", { name: /audit|entries|log/i });
    expect(await within(table).findByText(/answered a second look/i)).toBeVisible();
  });
});
