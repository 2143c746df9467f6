import { configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";
import { auditEntries } from "@test/support/colleague-work";
import { calls, endFaults, repeated } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { SimulatorOptions } from "@mocks/simulator";
import { redactInquiry } from "@mocks/world/redaction/redaction";

// Whether something is visible is computed element by element, which takes seconds in a table. Popovers never open here.
configure({ defaultHidden: true });

const table = (name = "Audit log") => screen.getByRole("table", { name });
const rows = () => within(table()).getAllByRole("row").slice(1);
const rowWith = (words: RegExp) => rows().find((row) => words.test(row.textContent));

async function openAudit(path = "/audit", options: Partial<SimulatorOptions> = { role: "lead" }) {
  const app = await renderApp(path, options);
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  return app;
}

describe("the audit log", () => {
  it("says who did what to what, how it ended and why", async () => {
    await openAudit();
    const refused = rowWith(/Tried to decline/);
    expect(refused).toHaveTextContent(/Jonas Abara · Support.*Tried to decline an inquiry · Your role.*inq_.*Refused/);
    const declined = rowWith(/Declined an inquiry/);
    expect(declined).toHaveTextContent(/Inés Valverde · Lead.*Done.*Needs review.*became.*Declined.*#\d+ [0-9a-f]{6}/);
    expect(within(declined!).getByRole("link", { name: /^inq_/ })).toHaveAttribute("href", expect.stringMatching(/^\/inquiries\/inq_/));
    expect(screen.getByText(/What everybody did.*none can be changed or taken out unnoticed/)).toBeVisible();
  });

  it("asks for one page and the session, and for neither twice", async () => {
    const { simulator } = await openAudit();
    expect(repeated(simulator)).toEqual([]);
    expect(
      calls(simulator)
        .filter((call) => !call.includes("/events"))
        .toSorted(),
    ).toEqual(["GET /desk/v1/audit-entries?page[size]=50&filter[openings]=without", "GET /desk/v1/session"]);
  });

  it("leads back from an older page that was loaded afresh", async () => {
    const { user, router } = await openAudit("/audit?openings=with&after=6");
    const place = (row: HTMLElement | undefined) => Number(/#(\d+) /.exec(row?.textContent ?? "")?.[1]);
    expect(rows().map((row) => place(row))).toEqual([5, 4, 3, 2, 1]);
    await user.click(screen.getByRole("button", { name: "Previous" }));
    await waitFor(() => expect(place(rows().at(-1))).toBe(6));
    expect(router.state.location.search).toEqual({ openings: "with", before: "5" });
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(rows().map((row) => place(row))).toEqual([5, 4, 3, 2, 1]));
  });

  it("opens an entry beside the list by keys, keeps it in the address, and Escape closes it", async () => {
    const { user, router } = await openAudit("/audit?outcome=refused");
    await user.keyboard("j{Enter}");
    const panel = await screen.findByRole("complementary", { name: "Entry" });
    expect(router.state.location.searchStr).toMatch(/entry=aud_/);
    expect(within(panel).getByRole("heading", { name: "Tried to decline an inquiry" })).toBeVisible();
    expect(panel).toHaveTextContent(/jonas\.abara@.*decline-an-inquiry.*dr_.*Entry \d+[0-9a-f]{64}/);
    await user.click(within(panel).getByRole("button", { name: "Copy hash" }));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(router.state.location.searchStr).toBe("?outcome=refused"));
    expect(screen.queryByRole("complementary", { name: "Entry" })).toBeNull();
  });

  it("shows what a reviewer wrote, and after a redaction that it was erased", async () => {
    const simulator = resetSimulator({ role: "lead" });
    const [kept, redacted] = (await auditEntries(simulator, "lead", "decline-an-inquiry", "")).filter(({ comment }) => comment !== null);
    // nobody redacts at the desk
    redactInquiry(
      simulator.world(),
      { inquiryId: redacted?.subject?.id ?? "" },
      { type: "api", emailAddress: "privacy@hollisgrey.example" },
    );
    await simulator.control("clock/advance", { seconds: 60 });

    const { user } = await renderApp("/audit?action=decline-an-inquiry&outcome=done");
    await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
    const open = async (entry: AuditEntry | undefined) => {
      const row = rows().find((one) => one.textContent.includes(`#${entry?.position} `));
      await user.click(within(row!).getAllByRole("link")[0]!);
      return screen.findByRole("complementary", { name: "Entry" });
    };
    const fact = (panel: HTMLElement, term: string) => within(panel).getByText(term, { selector: "dt" }).nextElementSibling;
    const keptPanel = await open(kept);
    expect(fact(keptPanel, "Comment")).toHaveTextContent(kept?.comment ?? "");
    expect(kept?.referenceId).toMatch(/^usr_/);
    expect(fact(keptPanel, "Reference ID")).toHaveTextContent(kept?.referenceId ?? "");
    await waitFor(async () => expect(fact(await open(redacted), "Comment")).toHaveTextContent("Erased after redaction"));
    expect(fact(await open(redacted), "Reference ID")).toHaveTextContent("Erased after redaction");
    expect(rowWith(/Comment erased after redaction/)).toHaveTextContent(`#${redacted?.position} `);
  });

  it("says when the entry of an address is not in the list", async () => {
    await openAudit("/audit?entry=aud_gone");
    expect(screen.getByRole("complementary", { name: "Entry" })).toHaveTextContent("This entry is not in this list");
  });
});

describe("filters", () => {
  it("leave out who opened what until it is asked for", async () => {
    const { user, router, simulator } = await openAudit();
    const [first] = within(rowWith(/Declined an inquiry/)!).getAllByRole("link", { name: /^inq_/ });
    const id = first?.getAttribute("href")?.split("/").at(-1) ?? "";
    await simulator.handle(new Request(`http://localhost/api/v1/inquiries/${id}`));
    await user.selectOptions(screen.getByRole("combobox", { name: "Openings" }), "Openings: shown");
    await waitFor(() => expect(rowWith(/Opened an inquiry/)).toBeDefined());
    expect(rowWith(/Declined an inquiry/)).toBeDefined();
    await user.selectOptions(screen.getByRole("combobox", { name: "Openings" }), "Openings: nothing else");
    await waitFor(() => expect(rowWith(/Declined an inquiry/)).toBeUndefined());
    expect(rows()).toHaveLength(1);
    expect(router.state.location.searchStr).toBe("?openings=only");
    await user.selectOptions(screen.getByRole("combobox", { name: "Openings" }), "Openings: hidden");
    await waitFor(() => expect(rowWith(/Declined an inquiry/)).toBeDefined());
    expect(rowWith(/Opened an inquiry/)).toBeUndefined();
  });

  it("by who, action and outcome stand in the address, and Back undoes them", async () => {
    const { user, router } = await openAudit();
    // the rows beyond the window are drawn second
    await waitFor(() => expect(rows().length).toBeGreaterThan(25));
    const everything = rows().length;
    await user.selectOptions(screen.getByRole("combobox", { name: "Who" }), "Who: Jonas Abara");
    await waitFor(() => expect(rows().length).toBeLessThan(everything));
    expect(rows().every((row) => row.textContent.includes("Jonas Abara"))).toBe(true);
    expect(router.state.location.searchStr).toMatch(/^\?who=user_/);
    await openPopover(user, "Filter by what");
    await user.click(screen.getByLabelText("Decline an inquiry"));
    await waitFor(() => expect(rows()).toHaveLength(1));
    // chosen actions say by themselves whether openings are among them
    expect(screen.getByRole("combobox", { name: "Openings" })).toBeDisabled();
    expect(screen.getByRole("combobox", { name: "Openings" })).toHaveDisplayValue("Openings: if chosen");
    await user.selectOptions(screen.getByRole("combobox", { name: "Outcome" }), "Outcome: done");
    expect(await screen.findByText("No entry matches")).toBeVisible();
    router.history.back();
    await waitFor(() => expect(rows()).toHaveLength(1));
    await user.click(screen.getAllByRole("button", { name: "Clear filters" })[0]!);
    await waitFor(() => expect(rows()).toHaveLength(everything));
    expect(router.state.location.searchStr).toBe("");
  });

  it("by what it was done to, out of an entry", async () => {
    const { user, router } = await openAudit("/audit?action=approve-an-inquiry");
    await user.keyboard("j{Enter}");
    await user.click(await screen.findByRole("link", { name: "What else was done to it" }));
    await waitFor(() => expect(router.state.location.searchStr).toMatch(/^\?subject=inq_/));
    await waitFor(() => expect(rows().length).toBeGreaterThan(1));
    const [, subject] = /subject=(inq_\w+)/.exec(router.state.location.searchStr) ?? [];
    expect(screen.getByRole("textbox", { name: "Object" })).toHaveValue(subject);
  });

  it("by days that are long past leave nothing", async () => {
    await openAudit("/audit?to=2001-01-01");
    expect(screen.getByText("No entry matches")).toBeVisible();
  });

  it.each(["/audit?who=%00&action=DROP&outcome=%3Cb%3E&from=x&after=../..", "/audit?log=nonsense&entry=%20"])(
    "written by hand into %s break nothing",
    async (path) => {
      await openAudit(path);
      expect(rows().length).toBeGreaterThan(5);
    },
  );
});

describe("who sees what", () => {
  it.each(["reviewer", "support"] as const)("a %s sees only what they did, and is told so", async (role) => {
    const { simulator } = await openAudit("/audit", { role });
    expect(screen.getByText(/You see what you did yourself; leads, auditors and admins see what everybody did/)).toBeVisible();
    const name = role === "reviewer" ? "Maya Lindqvist" : "Jonas Abara";
    expect(rows().filter((row) => !row.textContent.includes(name))).toEqual([]);
    expect(screen.queryByRole("combobox", { name: "Who" })).toBeNull();
    expect(calls(simulator).join()).not.toContain("user-audit-logs");
  });

  it("a reviewer is not let at Persona's log, and nothing is asked for", async () => {
    const { simulator } = await renderApp("/audit?log=persona", { role: "reviewer" });
    expect(await screen.findByText("Your role (Reviewer) can't see Persona's own log.")).toBeVisible();
    expect(calls(simulator).join()).not.toContain("user-audit-logs");
  });
});

describe("Persona's own log", () => {
  it("names who did what in the dashboard, with the members along", async () => {
    const { user, simulator } = await openAudit("/audit", { role: "auditor" });
    await user.click(screen.getByRole("link", { name: "Persona's dashboard" }));
    const log = await screen.findByRole("table", { name: "Persona's log" });
    await waitFor(() => expect(log).toHaveAttribute("aria-busy", "false"));
    expect(log).toHaveTextContent(/(Maya Lindqvist|Théo Marchetti|Inés Valverde).*POST \/inquiries.*inq_.*200/);
    // the verb is the end of the path: it has room since the inquiry stands beside it
    expect(log).toHaveTextContent(/POST \/inquiries\/…\/(?:approve|decline|mark-for-review)/);
    expect(calls(simulator).filter((call) => call.includes("user-audit-logs"))).toEqual([
      "GET /api/v1/user-audit-logs?page[size]=50&include=user",
    ]);
    expect(screen.getByRole("link", { name: "Persona's dashboard" })).toHaveAttribute("aria-current", "page");
    expect(screen.getByRole("link", { name: "This desk" })).not.toHaveAttribute("aria-current");
  });

  it("comes without names where Persona refuses to send the members along", async () => {
    resetSimulator({ role: "auditor" }).fault({ operation: "listAllUserAuditLogs", status: 400 });
    const { simulator } = await renderApp("/audit?log=persona");
    const log = await screen.findByRole("table", { name: "Persona's log" });
    await waitFor(() => expect(log).toHaveAttribute("aria-busy", "false"));
    expect(log).toHaveTextContent(/user_.*POST \/inquiries.*inq_.*200/);
    expect(log).not.toHaveTextContent(/Maya Lindqvist|Théo Marchetti|Inés Valverde/);
    expect(calls(simulator).filter((call) => call.includes("user-audit-logs"))).toEqual([
      "GET /api/v1/user-audit-logs?page[size]=50&include=user",
      "GET /api/v1/user-audit-logs?page[size]=50",
    ]);
  });

  it("is a failure where Persona refuses both", async () => {
    resetSimulator({ role: "auditor" }).fault({ operation: "listAllUserAuditLogs", status: 400, times: 2 });
    await renderApp("/audit?log=persona");
    expect(await screen.findByRole("alert")).toHaveTextContent("400");
  });

  it("says which permission the key lacks, and is no error page", async () => {
    await renderApp("/audit?log=persona", { role: "lead", permissions: ["inquiry.read"] });
    expect(await screen.findByText("The desk's API key may not read Persona's log.")).toBeVisible();
    expect(screen.getByText("user_audit_log.read")).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("heading", { level: 1, name: "Audit" })).toBeVisible();
  });
});

describe("the export", () => {
  it("says how much it is at most and that it is recorded, downloads, and shows the record", async () => {
    const files: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
      if (file instanceof Blob) files.push(file);
      return "blob:test";
    });
    const { user, simulator } = await openAudit("/audit?outcome=refused");
    await openPopover(user, "Export");
    expect(
      screen.getByText(/The entries your filters show, the newest 100,000 of them at most\. The export itself is recorded/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Download" }));
    await screen.findByText(/^Downloaded (1 entry|\d+ entries)\.$/);
    expect(calls(simulator)).toContain("POST /desk/v1/audit-entries/export?filter[outcome]=refused&filter[openings]=without");
    const text = await files[0]?.text();
    expect(text).toMatch(/^[^\n]*action[^\n]*\r?\n/);
    expect(text).toContain("decline-an-inquiry");
    expect(text).not.toContain("approve-an-inquiry");
    await user.click(screen.getByRole("button", { name: "Clear filters" }));
    await waitFor(() => expect(rows()[0]).toHaveTextContent(/Inés Valverde.*Exported data/));
  });
});

describe("when it goes wrong", () => {
  it("says so and tries again, filters kept", async () => {
    const simulator = resetSimulator({ role: "lead" });
    simulator.fault({ operation: "listAuditEntries", status: 500, times: 1000 });
    const { user, router } = await renderApp("/audit?outcome=refused");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(/500.*Nothing was changed/);
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(rows().length).toBeGreaterThan(0));
    expect(router.state.location.searchStr).toBe("?outcome=refused");
  });
});
