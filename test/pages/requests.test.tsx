import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { rememberPerson } from "@/components/people-seen";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { late, pageRequests, repeated, slowEverything } from "@test/support/request-log";

type Ids = { inquiryId: string; accountId: string };

/** An inquiry of the demo's, and whose it is. */
function someIds(simulator: Simulator): Ids {
  for (const { id, relationships } of simulator.world().tables.inquiries.newestFirst()) {
    if (relationships.account.data) return { inquiryId: id, accountId: relationships.account.data.id };
  }
  throw new Error("Nobody in this world has an inquiry");
}

/** Visits a page directly, every answer taking its time, and waits until nothing is asked any more. */
async function visit(path: (ids: Ids) => string, prepare?: (ids: Ids) => void) {
  const simulator = resetSimulator();
  const ids = someIds(simulator);
  prepare?.(ids);
  slowEverything(simulator, 100);
  const page = await renderApp(path(ids));
  await waitFor(() => {
    if (page.queryClient.isFetching() > 0) throw new Error("Something is still being asked for");
  });
  return { ...page, asked: pageRequests(simulator).map(({ operation = "" }) => operation) };
}

const byName = (one: string, other: string) => one.localeCompare(other);
const atOnce = [
  "retrieveDeskSession",
  "retrieveAnInquiry",
  "listAllEvents",
  "listDecisions",
  "listSecondLooks",
  "retrieveSettings",
  "listAuditEntries",
];
/** Who else used the devices of the inquiry is asked once its sessions tell that there are any. */
const workbench = [...atOnce, "retrieveSharedDevices"];
const lateOtherwise = (simulator: Simulator) =>
  late(simulator).filter((request) => !request.startsWith("GET /desk/v1/shared-devices/inq_"));

describe("a direct visit asks for everything at once, and for nothing twice", () => {
  it.each([
    ["Desk", () => "/", ["retrieveDeskSession", "listAllInquiries", "listAllInquiries"]],
    ["People", () => "/accounts", ["retrieveDeskSession", "listAllAccounts"]],
    ["People, several reference IDs", () => "/accounts?reference-id=usr_2c5e88,usr_a1f03c", ["retrieveDeskSession", "listAllAccounts"]],
    [
      "Person",
      ({ accountId }) => `/accounts/${accountId}`,
      [
        "retrieveDeskSession",
        "retrieveAnAccount",
        "listAllInquiries",
        "listAllEvents",
        "listAllInquiryTemplates",
        "listAllReports",
        "retrieveSettings",
      ],
    ],
    ["Inquiries", () => "/inquiries", ["retrieveDeskSession", "listIndexedInquiries", "listAllInquiryTemplates", "listSavedViews"]],
    [
      "Inquiries, filtered",
      () => "/inquiries?status=expired,pending",
      ["retrieveDeskSession", "listIndexedInquiries", "listAllInquiryTemplates", "listSavedViews"],
    ],
    ["Workbench", ({ inquiryId }) => `/inquiries/${inquiryId}`, workbench],
    ["Workbench, facts", ({ inquiryId }) => `/inquiries/${inquiryId}?panel=facts`, workbench],
    ["Workbench, events", ({ inquiryId }) => `/inquiries/${inquiryId}?panel=events`, workbench],
    ["Workbench, JSON", ({ inquiryId }) => `/inquiries/${inquiryId}?panel=json`, workbench],
  ] satisfies [string, (ids: Ids) => string, string[]][])("%s", async (_, path, expected) => {
    const { simulator, asked } = await visit(path);
    expect(asked.toSorted(byName)).toEqual(expected.toSorted(byName));
    expect(repeated(simulator)).toEqual([]);
    expect(lateOtherwise(simulator)).toEqual([]);
  });

  it("Workbench, reports: the account's others are asked for once it is known whose the inquiry is", async () => {
    const { simulator, asked } = await visit(({ inquiryId }) => `/inquiries/${inquiryId}?panel=reports`);
    expect(asked.toSorted(byName)).toEqual([...workbench, "listAllReports"].toSorted(byName));
    expect(repeated(simulator)).toEqual([]);
    expect(lateOtherwise(simulator)).toEqual(["GET /api/v1/reports"]);
  });

  it("Desk, with people seen lately", async () => {
    const { simulator, asked } = await visit(
      () => "/",
      ({ accountId }) => rememberPerson(accountId),
    );
    expect(asked).toHaveLength(4);
    expect(repeated(simulator)).toEqual([]);
    expect(late(simulator)).toEqual([]);
  });
});

describe("what is known already is not asked for again", () => {
  it("opening restore access on the workbench: nothing but the person's others and, of one who may be let in, the account's reports, where the page could do without", async () => {
    const { user, simulator, asked } = await visit(({ inquiryId }) => `/inquiries/${inquiryId}`);
    await user.keyboard("l");
    await screen.findByText("Remedy:");
    expect(
      pageRequests(simulator)
        .slice(asked.length)
        .map(({ operation }) => operation),
    ).toEqual(["listAllInquiries", "listAllReports"]);
  });

  it("going through the panels of the workbench: nothing but the account's other reports", async () => {
    const { user, simulator, asked } = await visit(({ inquiryId }) => `/inquiries/${inquiryId}`);
    for (const panel of ["All facts", /^Reports/, /^Raw events/, "JSON", /^Sessions/]) {
      await user.click(await screen.findByRole("link", { name: panel }));
      await waitFor(() => expect(screen.getByRole("link", { name: panel })).toHaveAttribute("aria-current", "page"));
    }
    const more = pageRequests(simulator).slice(asked.length);
    expect(more.map(({ operation }) => operation)).toEqual(["listAllReports"]);
  });

  it("from the list to the workbench: only the inquiry, its events, what was decided on it, whether somebody is to look again, the reasons, what staff did, and who else used its devices", async () => {
    const { user, simulator, asked, queryClient } = await visit(() => "/inquiries");
    const [head] = within(await screen.findByRole("table")).getAllByRole("rowheader");
    const first = head && within(head).getByRole("link");
    if (!first) throw new Error("The list is empty");
    await user.click(first);
    await screen.findByRole("region", { name: "Decision" });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(
      pageRequests(simulator)
        .slice(asked.length)
        .map(({ operation }) => operation),
    ).toEqual([
      "retrieveAnInquiry",
      "listAllEvents",
      "listDecisions",
      "listSecondLooks",
      "retrieveSettings",
      "listAuditEntries",
      "retrieveSharedDevices",
    ]);
  });
});
