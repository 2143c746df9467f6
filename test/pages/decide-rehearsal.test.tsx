import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { PersonKey } from "@mocks/seed/people/all";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { decisionWrites, openWorkbench } from "@test/support/workbench";

/** The workbench of somebody of the demo. */
async function openPerson(person: PersonKey) {
  const simulator = resetSimulator({ role: "reviewer" });
  const of = [...simulator.world().tables.inquiries.newestFirst()].find(
    ({ attributes }) => attributes.referenceId === referenceIdOf(person),
  );
  const page = await renderApp(`/inquiries/${of?.id ?? ""}`);
  const decision = within(await screen.findByRole("region", { name: "Decision" }));
  await waitFor(() => expect(decision.queryAllByText(/Finding out what you may do/)).toEqual([]));
  return { ...page, simulator, decision };
}

const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });

describe("approving against the evidence", () => {
  it("names failed checks, and A, Enter sends nothing before a reason and a comment are given", async () => {
    const { user, simulator, decision } = await openPerson("jack-thornton");
    await user.keyboard("a");
    const form = within(decision.getByRole("form", { name: "Approve inquiry" }));
    expect(form.getByText("Speaks against it")).toBeVisible();
    expect(form.getByText(/required checks? failed: /)).toBeVisible();
    await user.keyboard("{Enter}");
    expect(await form.findByText("Something speaks against it: choose a reason.")).toBeVisible();
    expect(comment()).toHaveAccessibleDescription(/Something speaks against it, so say why all the same\./);
    expect(decisionWrites(simulator)).toEqual([]);
    restHands();
    await user.keyboard("2");
    restHands();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(comment()).toHaveFocus());
    await user.keyboard("Blurred by glare; the original was seen.{Control>}{Enter}{/Control}");
    expect(await decision.findByText("Your approval is held.")).toBeVisible();
    expect(decisionWrites(simulator)).toHaveLength(1);
  });

  it("says what it does: the status, workflows and webhooks, and that there is no way back to review", async () => {
    const { user, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("a");
    const form = decision.getByRole("form", { name: "Approve inquiry" });
    expect(form).toHaveTextContent("Becomes Approved Workflows and webhooks run. It can't be marked for review afterwards.");
    expect(within(form).queryByText("Speaks against it")).not.toBeInTheDocument();
  });
});

describe("a decline", () => {
  it("needs a reason: D, Enter sends nothing", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("d{Enter}");
    expect(await decision.findByText("Choose a reason.")).toBeVisible();
    expect(decisionWrites(simulator)).toEqual([]);
  });

  it("for a reason that asks for a comment says so by its name", async () => {
    const { user, simulator, decision } = await openWorkbench({ status: "completed" });
    await user.keyboard("d8{Enter}");
    await waitFor(() => expect(comment()).toHaveFocus());
    expect(comment()).toHaveAccessibleDescription(/“Another reason” needs a comment\./);
    await user.keyboard("See ticket.{Control>}{Enter}{/Control}");
    expect(await decision.findByText("Your decline is held.")).toBeVisible();
    expect(decisionWrites(simulator)).toHaveLength(1);
  });

  it("has a digit that chooses, and takes the choice back", async () => {
    const { user } = await openWorkbench({ status: "completed" });
    await user.keyboard("d1");
    expect(screen.getByRole("radio", { name: /^Document is altered/ })).toBeChecked();
    restHands();
    await user.keyboard("1");
    expect(screen.queryByRole("radio", { checked: true })).not.toBeInTheDocument();
  });

  it("opened once more by the same keys has the same reason", async () => {
    const { user } = await openWorkbench({ status: "completed" });
    for (const key of ["d", "1", "{Escape}", "d", "1"]) {
      await user.keyboard(key);
      restHands();
    }
    expect(screen.getByRole("radio", { name: /^Document is altered/ })).toBeChecked();
  });
});
