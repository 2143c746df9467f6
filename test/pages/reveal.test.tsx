import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { SimulatorOptions } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { auditEntries } from "@test/support/colleague-work";
import { inquiryOf } from "@test/support/seeded-inquiries";

async function openInquiry(options: Partial<SimulatorOptions> = {}, search = "") {
  const simulator = resetSimulator({ role: "reviewer", ...options });
  const inquiryId = inquiryOf(simulator, "jack-thornton");
  const page = await renderApp(`/inquiries/${inquiryId}${search}`);
  const fields = within(await screen.findByRole("region", { name: "Fields" }));
  return { ...page, inquiryId, fields };
}

const show = { name: "Show identification number" };
const hide = { name: "Hide identification number" };
const number = /THORN902255J99/;

describe("a veiled value", () => {
  it("is shown once it is written down who looks at it", async () => {
    const { user, simulator, inquiryId, fields } = await openInquiry();
    await user.click(fields.getByRole("button", show));
    expect(await fields.findByText(number)).toBeVisible();
    const [entry, ...others] = await auditEntries(simulator, "reviewer", "reveal-pii");
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      outcome: "done",
      actor: { role: "reviewer" },
      subject: { type: "inquiry", id: inquiryId },
      details: { panel: "Fields", fields: "identification number" },
    });
    expect(JSON.stringify(entry)).not.toMatch(number);
  });

  it("is written down once, however often it is veiled again", async () => {
    const { user, simulator, fields } = await openInquiry();
    for (const name of [show, hide, show, hide, show]) await user.click(await fields.findByRole("button", name));
    expect(await fields.findByText(number)).toBeVisible();
    expect(await auditEntries(simulator, "reviewer", "reveal-pii")).toHaveLength(1);
  });

  it("stays hidden when that fails, says so, and can be tried again", async () => {
    const { user, simulator, fields } = await openInquiry();
    simulator.fault({ operation: "recordAuditEntry", status: 500 });
    await user.click(fields.getByRole("button", show));
    expect(await fields.findByRole("alert")).toHaveTextContent("so the value stays hidden. Try again.");
    expect(fields.queryByText(number)).not.toBeInTheDocument();
    await user.click(fields.getByRole("button", show));
    expect(await fields.findByText(number)).toBeVisible();
    expect(fields.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("may be seen by an auditor, which is written down as well", async () => {
    const { user, simulator, fields } = await openInquiry({ role: "auditor" });
    await user.click(fields.getByRole("button", show));
    expect(await fields.findByText(number)).toBeVisible();
    expect(await auditEntries(simulator, "auditor", "reveal-pii")).toHaveLength(1);
  });
});

it("raw data: which answer it was", async () => {
  const { user, simulator, inquiryId } = await openInquiry({}, "?panel=json");
  const [first] = await screen.findAllByRole("button", { name: "Show identification numbers" });
  if (!first) throw new Error("There is no raw data");
  await user.click(first);
  await screen.findByRole("button", { name: "Veil identification numbers" });
  expect(await auditEntries(simulator, "reviewer", "reveal-pii")).toMatchObject([
    {
      subject: { type: "inquiry", id: inquiryId },
      details: { panel: "JSON The inquiry and all that belongs to it", fields: "identification numbers" },
    },
  ]);
});

it("a person: their account", async () => {
  const simulator = resetSimulator({ role: "support" });
  const account = [...simulator.world().tables.accounts.newestFirst()].find(({ attributes }) => attributes.referenceId === "usr_c41d55");
  if (!account) throw new Error("Nobody has this reference ID");
  const { user } = await renderApp(`/accounts/${account.id}`);
  const fields = within(await screen.findByRole("region", { name: "Fields" }));
  await user.click(await fields.findByRole("button", { name: "Show first name" }));
  await fields.findByRole("button", { name: "Hide first name" });
  expect(await auditEntries(simulator, "support", "reveal-pii")).toMatchObject([
    { subject: { type: "account", id: account.id }, details: { panel: "Fields", fields: "first name" } },
  ]);
});

describe("the names of a list of people", () => {
  it("are nobody's in particular", async () => {
    const { user, simulator } = await renderApp("/accounts", { role: "support" });
    await user.click(screen.getByRole("button", { name: "Show names" }));
    await screen.findByRole("button", { name: "Hide names" });
    expect(await auditEntries(simulator, "support", "reveal-pii")).toMatchObject([
      { subject: null, details: { panel: "People", fields: "names" } },
    ]);
  });

  it("stay hidden when it cannot be written down", async () => {
    const { user, simulator } = await renderApp("/accounts", { role: "support" });
    simulator.fault({ operation: "recordAuditEntry", status: "network" });
    await user.click(screen.getByRole("button", { name: "Show names" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("so the value stays hidden");
    await waitFor(() => expect(screen.getByRole("button", { name: "Show names" })).not.toHaveAttribute("aria-busy"));
  });
});
