import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { field, officialReport as report, openOfficial, regionNamed } from "@test/support/official-inquiry";
import { asColleague } from "@test/support/colleague";
import { writes } from "@test/support/workbench";
import { renderApp } from "@test/render-app";
import { calls } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator, SimulatorOptions } from "@mocks/simulator";

const person = { fields: { "name-first": field("Jane"), "name-last": field("Doe"), birthdate: field("1987-03-14", "date") } };
const watchlist = report("watchlist", {
  term: "Jane Doe",
  matchedLists: [{ name: "List A", entities: [{ name: "Jane Doe", aliasType: "primary_name" }] }],
  ignoreList: [],
});
const media = report("adverse-media", {
  relatedSources: [
    { entityId: "FV1", name: "Jane Doe", media: [{ title: "Doe ordered to jail" }] },
    { entityId: "FV2", name: "Janet Dorsey", media: [{ title: "Dorsey opens a shop" }] },
  ],
  ignoreListEntity: [],
});
const record = (token: string, name: string) => ({ token, names: [name], reviewStatus: "pending", riskLevel: null, reviewedAt: null });
const screening = report("screening", { matchedRecords: [record("scrre_1", "Jane Doe"), record("scrre_2", "Jana Dohe")] });

const open = (reports: Parameters<typeof openOfficial>[0]["reports"], options?: Partial<SimulatorOptions>) =>
  openOfficial({ inquiry: person, ...(reports && { reports }) }, "", options);
const matches = () => regionNamed("Matches");
const reportIn = (simulator: Simulator, index = 0) =>
  simulator.world().tables.reports.get(`rep_official${String(index).padStart(16, "0")}`)?.attributes;
const sent = (simulator: Simulator) =>
  writes(simulator).map(({ method, path }) => `${method} ${path.replace(/^.*\/reports\/rep_\w+/, "")}`);

describe("matches", () => {
  it("of a list are dismissed all at once, with a reason, and stand as dismissed afterwards", async () => {
    const { user, simulator } = await open([watchlist]);
    await user.click(matches().getByRole("button", { name: "Dismiss the match of Watchlist" }));
    const form = within(screen.getByRole("form", { name: "Dismiss the matches" }));
    expect(form.getByText(/takes all matches off the report, so that it has none/)).toBeVisible();
    await user.click(form.getByRole("button", { name: "Dismiss the matches" }));
    expect(form.getByText("Write why the match is dismissed.")).toBeVisible();
    expect(sent(simulator)).toEqual([]);
    await user.type(form.getByRole("textbox", { name: "Reason" }), "Born 30 years later");
    await user.click(form.getByRole("button", { name: "Dismiss the matches" }));
    const done = await matches().findByRole("status");
    expect(done).toHaveTextContent("The matches of Watchlist were dismissed. No report has a match now.");
    expect(done).toHaveFocus();
    expect(sent(simulator)).toEqual(["POST /dismiss"]);
    expect(reportIn(simulator)).toMatchObject({ hasMatch: false, ignoreList: [{ ignoreReason: "Born 30 years later" }] });
    expect(within(screen.getByRole("region", { name: "Verdict" })).queryByText(/Match in the watchlist report/)).toBeNull();
  });

  it("of adverse media are dismissed person by person", async () => {
    const { user, simulator } = await open([media]);
    await user.click(matches().getByRole("button", { name: "Dismiss Janet Dorsey" }));
    const form = within(screen.getByRole("form", { name: "Dismiss this match" }));
    await user.type(form.getByRole("textbox", { name: "Reason" }), "Another name");
    await user.click(form.getByRole("button", { name: "Dismiss this match" }));
    expect(await matches().findByText("Janet Dorsey was dismissed.")).toBeVisible();
    expect(matches().queryByText("Dorsey opens a shop")).toBeNull();
    expect(matches().getByText("Doe ordered to jail")).toBeVisible();
    expect(reportIn(simulator)).toMatchObject({ hasMatch: true, relatedSources: [{ entityId: "FV1" }] });
  });

  it("of a screening are reviewed record by record, and all at once", async () => {
    const { user, simulator } = await open([screening]);
    await user.click(matches().getByRole("button", { name: "Review Jane Doe" }));
    const form = within(screen.getByRole("form", { name: "Save the review" }));
    await user.click(form.getByRole("button", { name: "Save the review" }));
    expect(form.getByText("Choose one.")).toBeVisible();
    await user.click(form.getByRole("radio", { name: /^False positive/ }));
    await user.selectOptions(form.getByRole("combobox", { name: "Risk" }), "Immaterial");
    await user.click(form.getByRole("button", { name: "Save the review" }));
    expect(await matches().findByText("The record of Jane Doe was reviewed.")).toBeVisible();
    expect(matches().getByText(/Review: false positive/)).toBeVisible();
    expect(reportIn(simulator)).toMatchObject({
      matchedRecords: [{ reviewStatus: "false_positive", riskLevel: "immaterial" }, { reviewStatus: "pending" }],
    });
    await user.click(matches().getByRole("button", { name: "Review all 2 records of Screening" }));
    const all = within(screen.getByRole("form", { name: "Save the review of all records" }));
    await user.click(all.getByRole("radio", { name: /^True positive/ }));
    await user.click(all.getByRole("button", { name: "Save the review of all records" }));
    await waitFor(() => expect(matches().getAllByText(/Review: true positive/)).toHaveLength(2));
  });

  it("are not offered to who does not decide: the button says why", async () => {
    await open([watchlist], { role: "support" });
    const button = matches().getByRole("button", { name: /^Dismiss the match of Watchlist/ });
    await waitFor(() => expect(button).toHaveAccessibleName(/Your role \(Support\) can't act on reports\. Ask a reviewer to do it\.$/));
    expect(button).toHaveAttribute("aria-disabled", "true");
  });

  it("are sent once, however often it is pressed, and once more under the same key where the answer was lost", async () => {
    const { user, simulator } = await open([watchlist]);
    await user.click(matches().getByRole("button", { name: "Dismiss the match of Watchlist" }));
    const form = screen.getByRole("form", { name: "Dismiss the matches" });
    await user.type(within(form).getByRole("textbox", { name: "Reason" }), "A namesake");
    simulator.fault({ operation: "dismissMatches", status: "network", when: "after" });
    fireEvent.submit(form);
    fireEvent.submit(form);
    expect(await within(form).findByText(/It is not known whether it took effect/)).toBeVisible();
    expect(sent(simulator)).toEqual(["POST /dismiss"]);
    await user.click(within(form).getByRole("button", { name: "Try again" }));
    expect(await matches().findByText(/were dismissed/)).toBeVisible();
    expect(new Set(writes(simulator).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(reportIn(simulator)).toMatchObject({ ignoreList: [{ ignoreReason: "A namesake" }] });
  });

  it("that a colleague has dismissed meanwhile are refused, and gone from the screen", async () => {
    const { user, simulator, inquiryId } = await open([media], { role: "reviewer" });
    await user.click(matches().getByRole("button", { name: "Dismiss Jane Doe" }));
    const form = screen.getByRole("form", { name: "Dismiss this match" });
    await user.type(within(form).getByRole("textbox", { name: "Reason" }), "A namesake");
    const path = `/api/v1/reports/rep_official${"0".repeat(16)}/dismiss`;
    for (const entityId of ["FV1", "FV2"]) {
      const body = { data: { attributes: { reason: "x", dismissType: "entity", entityId } } };
      expect((await asColleague(simulator, { role: "lead", seat: "reviewer", method: "POST", path, body })).status).toBe(200);
    }
    fireEvent.submit(form);
    await waitFor(() => expect(screen.queryByRole("region", { name: "Matches" })).toBeNull());
    expect(calls(simulator).filter((call) => call.startsWith(`GET /api/v1/inquiries/${inquiryId}`)).length).toBeGreaterThan(1);
  });
});

function accountOf(simulator: Simulator, referenceId: string): string {
  for (const { id, attributes } of simulator.world().tables.accounts.newestFirst()) if (attributes.referenceId === referenceId) return id;
  throw new Error(`Nobody has the reference ID ${referenceId}`);
}

describe("the reports of an account", () => {
  async function openScreened() {
    const simulator = resetSimulator();
    const accountId = accountOf(simulator, "usr_r3p005");
    const { tables } = simulator.world();
    const monitored = [...tables.reports.newestFirst()].find(
      ({ type, relationships }) => type === "report/screening" && relationships.account.data?.id === accountId,
    );
    if (!monitored) throw new Error("Nobody is screened");
    const app = await renderApp(`/accounts/${accountId}`);
    const reports = await screen.findByRole("region", { name: "Reports" });
    const item = () => {
      const found = within(reports).getByText("Screening").closest("li");
      if (!found) throw new Error("No screening in the list");
      return within(found);
    };
    return { ...app, simulator, accountId, monitored, reports: within(reports), item };
  }

  it("stand on the person's page, with what they found behind a veil", async () => {
    const { user, reports } = await openScreened();
    expect(await reports.findByText("Watchlist")).toBeVisible();
    expect(reports.queryByText(/Lewandowska/)).toBeNull();
    expect(screen.queryByRole("region", { name: "Matches" })).toBeNull();
    await user.click(reports.getByRole("button", { name: "Show what they found" }));
    expect((await matches().findAllByText("Marta Lewandowska"))[0]).toBeVisible();
    expect(matches().getByRole("button", { name: "Review all 2 records of Screening" })).toBeVisible();
  });

  it("are run again, paused and resumed, and tell their history", async () => {
    const { user, simulator, monitored, item } = await openScreened();
    await user.click(await waitFor(() => item().getByRole("button", { name: "Run again" })));
    expect(item().getByText(/searches anew now/)).toBeVisible();
    expect(sent(simulator)).toEqual([]);
    await user.click(item().getByRole("button", { name: "Run it now" }));
    expect(await item().findByText(/^It runs again now/)).toBeVisible();
    await user.click(item().getByRole("button", { name: "Pause monitoring" }));
    await user.click(within(item().getByRole("form", { name: "Pause monitoring" })).getByRole("button", { name: "Pause monitoring" }));
    expect(await item().findByText("Monitoring is paused.")).toBeVisible();
    await waitFor(() => expect(monitored.attributes.isRecurring).toBe(false));
    expect(item().queryByRole("button", { name: "Run again" })).toBeNull();
    await user.click(item().getByText("History"));
    expect(await item().findByText(/^Monitoring paused by /)).toBeVisible();
    expect(item().getByText("Run, initial: 2 matches")).toBeVisible();
    await user.click(item().getByRole("button", { name: "Resume monitoring" }));
    await user.click(within(item().getByRole("form", { name: "Resume monitoring" })).getByRole("button", { name: "Resume monitoring" }));
    expect(await item().findByText(/^Monitoring resumed by /)).toBeVisible();
    expect(monitored.attributes.isRecurring).toBe(true);
    expect(sent(simulator)).toEqual(["POST /run", "POST /pause", "POST /resume"]);
  });

  it("stand beside the inquiry's own in the workbench of somebody approved, and on paper, for one call", async () => {
    const simulator = resetSimulator();
    const accountId = accountOf(simulator, "usr_r3p005");
    const inquiry = [...simulator.world().tables.inquiries.newestFirst()].find(
      ({ relationships }) => relationships.account.data?.id === accountId,
    );
    const { user } = await renderApp(`/inquiries/${inquiry?.id}`);
    await screen.findByRole("region", { name: "Verdict" });
    const asked = () => calls(simulator).filter((call) => call.startsWith("GET /api/v1/reports?"));
    const paper = () => screen.getByRole("region", { name: "Other reports of the account" });
    const print = vi.fn<() => void>();
    vi.stubGlobal("print", print);
    onTestFinished(() => void vi.unstubAllGlobals());
    await user.click(screen.getByRole("button", { name: "Print" }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(paper()).toHaveTextContent(/Screening.*2 matches/);
    expect(paper().closest(".hidden")).toHaveClass("print:block");
    expect(screen.getByRole("region", { name: "Matches in other reports of the account" })).toHaveTextContent(/Marta Lewandowska/);
    await user.click(screen.getByRole("link", { name: /^Reports/ }));
    const beside = within(await screen.findByRole("region", { name: "Other reports of the account" }));
    expect(beside.getByText("Screening")).toBeVisible();
    expect(beside.queryByText("Watchlist")).toBeNull();
    expect(beside.getByRole("region", { name: "Matches in other reports of the account" })).toBeVisible();
    expect(asked()).toHaveLength(1);
  });
});
