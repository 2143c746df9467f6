import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import { addReport } from "@mocks/world/report/reports";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { officialReport, openOfficial, regionNamed } from "@test/support/official-inquiry";
import { inquiryIn, sandbox } from "@test/support/inquiry-states";
import { calls } from "@test/support/request-log";
import { afterTheHold, decisionWrites, inWorld } from "@test/support/workbench";

const screened = (...statuses: readonly string[]) =>
  officialReport("screening", { matchedRecords: statuses.map((reviewStatus, index) => ({ token: `scrre_${index}`, reviewStatus })) });

/** Persona's flag says that there is a match, however its records were reviewed. */
function addScreening(simulator: Simulator, of: { inquiryId: string } | { accountId: string }, ...statuses: readonly string[]) {
  const world = simulator.world();
  const matchedRecords = statuses.map((reviewStatus, index) => ({ token: `scrre_${index}`, names: ["Jane Doe"], reviewStatus }));
  addReport(world, { kind: "screening", ...of, plan: { status: "ready", hasMatch: true, attributes: { matchedRecords } } });
  world.clock.advance(60_000);
  world.settle();
}

const approval = () => within(regionNamed("Decision").getByRole("form", { name: "Approve inquiry" }));
const why = () => regionNamed("Verdict").queryByRole("list", { name: "Why it waits" });
const reportCalls = (simulator: Simulator) => calls(simulator).filter((call) => call.startsWith("GET /api/v1/reports?"));

it("a match that was cleared record by record is none: for the verdict, the rehearsal, and who takes the decision", async () => {
  const simulator = resetSimulator({ ...sandbox, role: "reviewer" });
  const inquiryId = inquiryIn(simulator, { status: "needs_review" });
  addScreening(simulator, { inquiryId }, "false_positive", "false_positive");
  const { user, queryClient } = await renderApp(`/inquiries/${inquiryId}`);
  await screen.findByRole("region", { name: "Verdict" });
  expect(why()).toBeNull();
  expect(screen.queryByRole("region", { name: "Matches" })).toBeNull();
  await user.click(await regionNamed("Decision").findByRole("button", { name: /^Approve/ }));
  expect(approval().queryByText("Speaks against it")).toBeNull();
  await user.click(approval().getByRole("button", { name: "Approve inquiry" }));
  expect(await regionNamed("Decision").findByText("Your approval is held.")).toBeVisible();
  expect(decisionWrites(simulator)).toHaveLength(1);
  await afterTheHold({ simulator, queryClient });
  expect(inWorld(simulator, inquiryId).status).toBe("approved");
});

it("a match that was confirmed says so, in the verdict and in the rehearsal", async () => {
  const { user } = await openOfficial({ reports: [screened("true_positive", "false_positive")] }, "", { role: "reviewer" });
  expect(why()).toHaveTextContent("Confirmed match in the screening report.");
  await user.click(await regionNamed("Decision").findByRole("button", { name: /^Approve/ }));
  expect(approval().getByText("Screening report: match, confirmed by review.")).toBeVisible();
});

/** Somebody in review whose account is screened by itself, and matches. */
function screenedAccount(referenceId: string) {
  const simulator = resetSimulator({ role: "reviewer" });
  const world = simulator.world();
  const inquiry = [...world.tables.inquiries.newestFirst()].find(({ attributes }) => attributes.referenceId === referenceId);
  const accountId = inquiry?.relationships.account.data?.id;
  if (!inquiry || accountId === undefined) throw new Error(`${referenceId} has no inquiry`);
  addScreening(simulator, { accountId }, "pending");
  return { simulator, inquiryId: inquiry.id, accountId };
}

const ofAccount = "Match in another report of the account: screening.";

it("a match of the account costs no call when an inquiry opens, and is told once somebody has looked at its reports", async () => {
  const { simulator, inquiryId } = screenedAccount("cus-102930");
  const { user } = await renderApp(`/inquiries/${inquiryId}`);
  await screen.findByRole("region", { name: "Verdict" });
  expect(regionNamed("Verdict").queryByText(ofAccount)).toBeNull();
  expect(reportCalls(simulator)).toEqual([]);
  const paper = screen.getByRole("region", { name: "Other reports of the account" });
  expect(paper).toHaveTextContent("They were not loaded for this sheet.");
  await user.click(await screen.findByRole("link", { name: /^Reports/ }));
  expect(await regionNamed("Verdict").findByText(ofAccount)).toBeVisible();
  await user.click(await regionNamed("Decision").findByRole("button", { name: /^Approve/ }));
  expect(approval().getByText("Screening report of the account: list match.")).toBeVisible();
  await user.click(approval().getByRole("button", { name: "Approve inquiry" }));
  expect(await approval().findByText("Something speaks against it, so say why all the same.")).toBeVisible();
  expect(decisionWrites(simulator)).toEqual([]);
  expect(reportCalls(simulator)).toHaveLength(1);
});

it("a match of the account is the first thing its person's page says, whatever was decided", async () => {
  const simulator = resetSimulator();
  const account = [...simulator.world().tables.accounts.newestFirst()].find(({ attributes }) => attributes.referenceId === "usr_r3p005");
  await renderApp(`/accounts/${account?.id ?? ""}`);
  const verdict = within(await screen.findByRole("region", { name: "Verdict" }));
  expect(verdict.getByText("Match in the screening report.")).toBeVisible();
  expect(verdict.getByText(/^Verified\./)).toBeVisible();
  expect(verdict.getByText("A reviewer acts next: look at the match.")).toBeVisible();
  expect(verdict.getByText("A reviewer acts next: look at the match.").closest("[data-tone]")).toHaveAttribute("data-tone", "violet");
  expect(verdict.queryByText("Nobody needs to act.")).toBeNull();
});

/** An inquiry that was approved, and a match that came to its account afterwards. */
function matchedAfterApproval() {
  const simulator = resetSimulator({ ...sandbox, role: "reviewer" });
  const inquiryId = inquiryIn(simulator, { status: "approved" });
  const accountId = simulator.world().tables.inquiries.get(inquiryId)?.relationships.account.data?.id ?? "";
  addScreening(simulator, { accountId }, "pending");
  return { simulator, inquiryId };
}

it("a match that came after the approval is somebody's to look at, and the inquiry says so", async () => {
  const { inquiryId } = matchedAfterApproval();
  await renderApp(`/inquiries/${inquiryId}`);
  expect(await screen.findByText("A reviewer acts next: look at the match.")).toBeVisible();
  expect(regionNamed("Verdict").getByRole("list", { name: "What is to be looked at" })).toHaveTextContent(
    "Match in another report of the account: screening.",
  );
  // green would say that all is well
  expect(screen.getByText("A reviewer acts next: look at the match.").closest("[data-tone]")).toHaveAttribute("data-tone", "violet");
});

it("where the account's reports can't be read, an approved inquiry does not say that nothing is left, without a word", async () => {
  const { simulator, inquiryId } = matchedAfterApproval();
  simulator.fault({ operation: "listAllReports", status: 403 });
  await renderApp(`/inquiries/${inquiryId}`);
  expect(await screen.findByText("Nobody needs to act. The reports of the account could not be read.")).toBeVisible();
});
