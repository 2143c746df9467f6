import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { SecondLook, TwoPeopleRule } from "@/api/generated/desk/types.gen";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { asColleague } from "@test/support/colleague";
import { restHands } from "@test/support/hands";
import { inquiryIn, sandbox } from "@test/support/inquiry-states";
import { afterTheHold, decisionWrites, inWorld, writes } from "@test/support/workbench";

const asked = (simulator: Simulator) =>
  simulator.requests().filter(({ method, path }) => method === "POST" && path.startsWith("/desk/v1/second-looks"));

const templateOf = (simulator: Simulator, inquiryId: string) =>
  simulator.world().tables.inquiries.get(inquiryId)?.relationships.inquiryTemplate.data?.id ?? "";

async function setRule(simulator: Simulator, inquiryId: string, decisions: TwoPeopleRule["decisions"]): Promise<void> {
  const value = [{ inquiryTemplateId: templateOf(simulator, inquiryId), decisions }];
  const path = "/desk/v1/settings/twoPeople";
  const body = { value, version: 0 };
  expect((await asColleague(simulator, { role: "admin", seat: "reviewer", method: "PUT", path, body })).status).toBe(200);
}

/** A reviewer opens an inquiry of a template with a rule, or with none yet. */
async function openRuled(seed: string, decisions: TwoPeopleRule["decisions"] | undefined) {
  const simulator = resetSimulator({ ...sandbox, seed, role: "reviewer" });
  const inquiryId = inquiryIn(simulator, { status: "completed" });
  if (decisions !== undefined) await setRule(simulator, inquiryId, decisions);
  const page = await renderApp(`/inquiries/${inquiryId}`);
  const decision = within(await screen.findByRole("region", { name: "Decision" }));
  await waitFor(() => expect(decision.getByRole("button", { name: /^Approve/ })).not.toHaveAttribute("aria-disabled"));
  return { ...page, simulator, inquiryId, decision };
}

describe("a decision that needs two people", () => {
  it("says so before it is pressed, is proposed with its reason and comment, and carried out once a lead says the same", async () => {
    const page = await openRuled("two", "declines");
    const { user, simulator, decision, inquiryId } = page;
    expect(await decision.findByText(/two people decide on this template/)).toHaveTextContent(/^Decline:/);
    restHands();
    await user.keyboard("d");
    const form = within(await screen.findByRole("form", { name: "Propose decline" }));
    expect(form.getByText(/^Needs a second person: this proposes it/)).toBeVisible();
    expect(form.getByText(/Read only once the second look is answered\./)).toBeVisible();
    await user.click(await form.findByRole("radio", { name: /^Document is altered/ }));
    await user.type(form.getByRole("textbox", { name: "Comment for the audit trail" }), "The edge is cut.");
    await user.click(form.getByRole("button", { name: /^Propose decline/ }));

    expect(await decision.findByText("You have asked for a second look.")).toBeVisible();
    expect(decision.getByText(/would decline/).closest("p")).toHaveTextContent(/Document is altered.*The edge is cut/);
    expect(decision.getByRole("button", { name: /^Decline/ })).toHaveFocus();
    expect([decisionWrites(simulator), asked(simulator).map(({ status }) => status)]).toEqual([[], [201]]);

    const [look] = ((await (await fetchLooks(simulator, inquiryId)).json()) as { data: SecondLook[] }).data;
    const { status, updatedAt } = inWorld(simulator, inquiryId);
    const seen = { ...pictureless, status, updatedAt };
    const body = { action: "decline", reasonIds: ["document-altered"], comment: null, seen, holdSeconds: 60 };
    const path = `/desk/v1/second-looks/${look?.id ?? ""}/answer`;
    expect((await asColleague(simulator, { role: "lead", seat: "reviewer", method: "POST", path, body })).status).toBe(200);
    await act(() => page.queryClient.invalidateQueries());
    expect(await decision.findByText("The second look came to the same.")).toBeVisible();
    expect(await decision.findByText(/decline is held\.$/)).toBeVisible();
  });

  it("leaves what the rule is not about as it was", async () => {
    const page = await openRuled("other", "declines");
    const { user, simulator, decision, inquiryId } = page;
    await user.click(decision.getByRole("button", { name: /^Approve/ }));
    const form = within(await screen.findByRole("form", { name: "Approve inquiry" }));
    expect(form.queryByText(/second person/)).not.toBeInTheDocument();
    await user.click(form.getByRole("button", { name: /^Approve inquiry/ }));
    await decision.findByText("Your approval is held.");
    await afterTheHold(page);
    await waitFor(() => expect(inWorld(simulator, inquiryId).status).toBe("approved"));
    expect(asked(simulator)).toEqual([]);
  });

  it("of a rule that was set meanwhile is refused, and proposed with the words that are still there", async () => {
    const { user, simulator, decision, inquiryId, queryClient } = await openRuled("meanwhile", undefined);
    await user.click(decision.getByRole("button", { name: /^Decline/ }));
    const form = within(await screen.findByRole("form", { name: "Decline inquiry" }));
    await user.click(await form.findByRole("radio", { name: /^Document is altered/ }));
    await user.type(form.getByRole("textbox", { name: "Comment for the audit trail" }), "The edge is cut.");
    await setRule(simulator, inquiryId, "every");
    await user.click(form.getByRole("button", { name: /^Decline inquiry/ }));
    expect(await decision.findByText("Your decline was refused.")).toBeVisible();
    expect(decision.getByText(/It needs a second person on this template/)).toBeVisible();
    expect(writes(simulator)).toEqual([]);
    await act(() => queryClient.invalidateQueries({ queryKey: ["setting"] }));
    await user.click(decision.getByRole("button", { name: /^Propose it/ }));
    const again = within(await screen.findByRole("form", { name: "Propose decline" }));
    expect(again.getByRole("textbox", { name: "Comment for the audit trail" })).toHaveValue("The edge is cut.");
    await user.click(again.getByRole("button", { name: /^Propose decline/ }));
    expect(await decision.findByText("You have asked for a second look.")).toBeVisible();
  });
});

const pictureless = { redactedAt: null, reviewerId: null, verifications: [], reports: [] };

const fetchLooks = (simulator: Simulator, inquiryId: string) =>
  asColleague(simulator, {
    role: "lead",
    seat: "reviewer",
    method: "GET",
    path: `/desk/v1/second-looks?filter[inquiry-id]=${inquiryId}`,
    body: null,
  });
