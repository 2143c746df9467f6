import { configure, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { holdAnswers } from "@test/support/failing-answers";
import type { SimulatorOptions } from "@mocks/simulator";
import { restHands } from "@test/support/hands";

// Whether something is visible is computed element by element, which takes seconds in a table.
configure({ defaultHidden: true });

/** The first inquiry in review of the list, opened; itself it has not come yet. */
async function openListed(options: Partial<SimulatorOptions> = {}) {
  const app = await renderApp("/inquiries?status=needs_review", options);
  const table = await screen.findByRole("table", { name: "Inquiries" });
  await waitFor(() => expect(table).toHaveAttribute("aria-busy", "false"));
  const link = within(within(table).getAllByRole("rowheader")[0] ?? table).getByRole("link");
  const answer = holdAnswers(`*/inquiries/${link.getAttribute("href")?.split("/").at(-1) ?? ""}`);
  await app.user.click(link);
  const decision = await screen.findByRole("region", { name: "Decision" });
  await waitFor(() => expect(decision).toHaveAttribute("aria-busy", "true"));
  const isHere = async () => {
    answer();
    await waitFor(() => expect(screen.getByRole("region", { name: "Decision" })).not.toHaveAttribute("aria-busy"));
  };
  const approve = () => within(screen.getByRole("region", { name: "Decision" })).getByRole("button", { name: /^Approve/ });
  return { ...app, approve, isHere };
}

it("what stands in the row is shown at once, and nothing is decided by it", async () => {
  const { approve, isHere, user } = await openListed();
  expect(screen.getByText(/^Waiting for review for/)).toBeInTheDocument();
  expect(approve()).toHaveAttribute("aria-disabled", "true");
  await user.click(approve());
  restHands();
  await user.keyboard("a");
  await isHere();
  expect(approve()).toHaveAttribute("aria-expanded", "false");
});

it("the focus stays on a decision that was come to before the inquiry was there", async () => {
  const { approve, isHere } = await openListed();
  approve().focus();
  const before = approve();
  await isHere();
  expect(approve()).not.toBe(before);
  expect(approve()).toHaveFocus();
});

it("who may only read is told so at once", async () => {
  const { approve, isHere } = await openListed({ role: "auditor" });
  const reason = /Your role \(Auditor\) can only read/;
  expect(screen.getByRole("region", { name: "Decision" })).toHaveTextContent(reason);
  await isHere();
  expect(approve()).toHaveAttribute("aria-disabled", "true");
  expect(screen.getByRole("region", { name: "Decision" })).toHaveTextContent(reason);
});
