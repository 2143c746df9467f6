import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { auditEntries } from "@test/support/colleague-work";
import { calls, endFaults, late, repeated, slowEverything } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { redactAccount } from "@mocks/world/redaction/redaction";

const colleague = { type: "user", name: "Théo Marchetti", emailAddress: "theo.marchetti@hollisgrey.example" } as const;

function accountOf(simulator: Simulator, referenceId: string): string {
  for (const { id, attributes } of simulator.world().tables.accounts.newestFirst()) if (attributes.referenceId === referenceId) return id;
  throw new Error(`Nobody has the reference ID ${referenceId}`);
}

/** Opens a person of the demo by reference ID and waits for the verdict. */
async function openPerson(referenceId: string, options?: Parameters<typeof resetSimulator>[0], before?: (simulator: Simulator) => void) {
  const simulator = resetSimulator(options);
  const accountId = accountOf(simulator, referenceId);
  before?.(simulator);
  const app = await renderApp(`/accounts/${accountId}`);
  const verdict = await screen.findByRole("region", { name: "Verdict" });
  await waitFor(() => expect(verdict.closest("[aria-busy=true]")).toBeNull());
  return { ...app, accountId, verdict: () => screen.getByRole("region", { name: "Verdict" }) };
}

const inquiries = () => screen.getByRole("table", { name: "Inquiries of this person" });

describe("a person", () => {
  it.each([
    ["usr_c41d09", /In progress.*Another inquiry is open too, not started: created 6 h ago\./],
    ["cus-108120", /Verified.*Another inquiry failed .* ago, before this one was approved\./],
    ["usr_c41d55", /Verified/],
    ["usr_6b2d18", /In review/],
    ["usr_f0ff01", /on_hold/],
  ])("%s stands where the first line says: %s", async (referenceId, words) => {
    const { verdict } = await openPerson(referenceId);
    expect(screen.getByRole("heading", { level: 1, name: referenceId })).toBeVisible();
    expect(verdict()).toHaveTextContent(words);
    expect(within(verdict()).getAllByRole("link", { name: /inq_/ })[0]).toBeVisible();
  });

  it("has one table of all inquiries, with what each holds and how they lie in time", async () => {
    await openPerson("usr_c41d55");
    expect(within(inquiries()).getAllByText("Approved")).toHaveLength(2);
    expect(within(inquiries()).getByRole("columnheader", { name: "Timeline" })).toBeVisible();
    expect(await within(inquiries()).findByRole("link", { name: "Age check" })).toBeVisible();
    expect(within(inquiries()).getByText("Government ID, Selfie")).toBeVisible();
    expect(within(inquiries()).getByText("Government ID")).toBeVisible();
  });

  it("needs no time line for one inquiry, and has no words that all have", async () => {
    await openPerson("usr_4f9a12");
    expect(within(inquiries()).getByText("Government ID ×2, Selfie")).toBeVisible();
    expect(within(inquiries()).queryByRole("columnheader", { name: "Timeline" })).toBeNull();
    expect(screen.queryByText(/Default/)).toBeNull();
  });

  it("stands on each template, said once: the most pressing in the first line, the others below it", async () => {
    const { verdict } = await openPerson("usr_c41d55");
    expect(await within(verdict()).findByText("KYC: government ID and selfie")).toBeVisible();
    const others = within(verdict()).getByRole("list", { name: "Other templates" });
    expect(within(others).getAllByRole("listitem")).toHaveLength(1);
    expect(others).toHaveTextContent(/^Age checkVerified17 days agoinq_/);
    expect(screen.queryByRole("region", { name: "By template" })).toBeNull();
  });

  it("has their name in the header, behind a veil that is recorded when it opens", async () => {
    const { user, simulator, accountId } = await openPerson("usr_c41d55");
    const heading = screen.getByRole("heading", { level: 1, name: "usr_c41d55" });
    expect(document.body).not.toHaveTextContent("Zofia Maj");
    await user.click(screen.getByRole("button", { name: "Show name" }));
    expect(await screen.findByText(/^Zofia .*Maj$/)).toBeVisible();
    // not in the heading, which screens are named by
    expect(heading).toHaveTextContent(/^usr_c41d55$/);
    expect(await auditEntries(simulator, "reviewer", "reveal-pii")).toMatchObject([
      { subject: { type: "account", id: accountId }, details: { panel: "Header", fields: "name" } },
    ]);
  });

  it.each([
    ["usr_66d1b2", "The user is probably locked out: support acts next.", /^The session opened .* only in the tab it was opened in/],
    ["usr_9b07d4", "The user is locked out: support acts next.", /^The inquiry is alive, but every session of it has expired/],
    ["usr_314bd9", "The user is probably locked out: the template's owner acts next.", /^Its template is switched off/],
    ["usr_5d9e27", "The user is probably locked out: they need a new inquiry.", /^It has used 25 sessions/],
    [
      "cus-104777",
      "The user is probably locked out: your company's own system acts next.",
      /^The session opened .* in the app that holds its token/,
    ],
  ])("%s: the header says that they are locked out, and why", async (referenceId, next, why) => {
    const { verdict } = await openPerson(referenceId);
    expect(await within(verdict()).findByText(next)).toBeVisible();
    expect(within(verdict()).getByText(why)).toBeVisible();
    expect(verdict()).not.toHaveTextContent("The user acts next.");
  });

  it.each([
    ["usr_9b07d4", "who is locked out", ["Restore access"]],
    ["usr_66d1b2", "who is probably locked out", ["Restore access"]],
    ["usr_314bd9", "whose template is switched off", ["Restore access"]],
    ["usr_5d9e27", "who has no session left", ["New inquiry"]],
    ["usr_7e3a19", "whose template has moved on", ["New inquiry"]],
    ["usr_del002", "whose inquiry was redacted", ["New inquiry"]],
    ["usr_0d11aa", "who has a link that opens", []],
    ["usr_4f9a12", "who is approved", []],
  ])("%s, %s: what stands out is the remedy", async (referenceId, _who, remedies) => {
    const { verdict, queryClient } = await openPerson(referenceId);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(verdict()).toBeVisible();
    const standOut = screen.getAllByRole("button").filter(({ classList }) => classList.contains("bg-accent"));
    expect(standOut.map(({ textContent }) => textContent)).toEqual(remedies.map((name) => expect.stringContaining(name)));
  });

  it("who has a link that opens acts next themselves", async () => {
    const { verdict } = await openPerson("usr_0d11aa");
    await waitFor(() => expect(verdict()).toHaveTextContent("The user acts next."));
    expect(verdict()).not.toHaveTextContent("locked out");
  });

  it("asks once for each thing, all at the same time but for the inquiry that their list tells to look at, and its devices", async () => {
    const { simulator, accountId } = await openPerson("usr_c41d09", undefined, (fresh) => slowEverything(fresh));
    await screen.findAllByText(/KYC: government/);
    const inquiry = [...simulator.world().tables.inquiries.newestFirst()].find(
      ({ attributes }) => attributes.referenceId === "usr_c41d09" && attributes.status === "pending",
    );
    const devices = `GET /desk/v1/shared-devices/${inquiry?.id}`;
    await waitFor(() => expect(late(simulator)).toEqual([`GET /api/v1/inquiries/${inquiry?.id}`, "GET /api/v1/events", devices]));
    expect(repeated(simulator)).toEqual([]);
    expect(calls(simulator).toSorted()).toEqual(
      [
        `GET /api/v1/accounts/${accountId}`,
        `GET /api/v1/events?filter[object-id]=${accountId}&filter[name]=account.archived,account.restored&page[size]=1`,
        `GET /api/v1/events?filter[object-id]=${inquiry?.id}&page[size]=100`,
        `GET /api/v1/inquiries/${inquiry?.id}?include=account,inquiry-template,reviewer,verifications,sessions,documents,selfies,reports`,
        "GET /api/v1/inquiries?page[size]=100&filter[account-id]=" + accountId,
        "GET /api/v1/inquiry-templates?page[size]=100",
        `GET /api/v1/reports?filter[account-id]=${accountId}&page[size]=100`,
        "GET /desk/v1/session",
        "GET /desk/v1/settings",
        devices,
      ].toSorted(),
    );
  });

  it("keeps the fields behind a veil until they are asked for, and out of the title", async () => {
    const { user } = await openPerson("usr_c41d55");
    const fields = screen.getByRole("region", { name: "Fields" });
    expect(fields).not.toHaveTextContent("Zofia");
    await user.click(within(fields).getByRole("button", { name: "Show first name" }));
    await waitFor(() => expect(fields).toHaveTextContent("Zofia"));
    expect(fields).not.toHaveTextContent("Maj");
    expect(document.title).toMatch(/^Person [A-Za-z0-9]{4} · Inquiry Desk$/);
  });

  it("opens an inquiry by keys alone", async () => {
    const { user, router } = await openPerson("usr_c41d55");
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/inquiries\/inq_/));
  });

  it("is let back into the inquiry they have begun, not into the empty one made after it", async () => {
    const { user, simulator } = await openPerson("usr_c41d09");
    const begun = [...simulator.world().tables.inquiries.newestFirst()].find(
      ({ attributes }) => attributes.referenceId === "usr_c41d09" && attributes.status === "pending",
    );
    await user.keyboard("l");
    const access = within(await screen.findByRole("group", { name: "Way back in" }));
    expect(await access.findByRole("link", { name: /inq_/ })).toHaveAttribute("href", expect.stringContaining(begun?.id ?? "none"));
  });

  it("offers the way back in, by one key", async () => {
    const { user } = await openPerson("usr_c41d09");
    await user.keyboard("l");
    expect(await screen.findByRole("button", { name: /Restore access/, expanded: true })).toBeVisible();
  });

  it("is remembered by nothing but the account's ID", async () => {
    const { accountId } = await openPerson("usr_c41d55");
    const kept = Object.entries(localStorage).filter(([key]) => key.includes("seen"));
    expect(kept).toEqual([["desk.people-seen", accountId]]);
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/usr_c41d55|Zofia/);
  });
});

describe("special persons", () => {
  it("archived by a consolidation says where everything went", async () => {
    const simulator = resetSimulator();
    await renderApp(`/accounts/${accountOf(simulator, "usr_8e44c1")}`);
    expect(await screen.findByText("This account is archived")).toBeVisible();
    expect(await screen.findByText("This person has no inquiries")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Verdict" })).toBeNull();
  });

  it("redacted says so and shows no value", async () => {
    const { verdict } = await openPerson("usr_c41d55", undefined, (simulator) => {
      redactAccount(simulator.world(), { accountId: accountOf(simulator, "usr_c41d55") }, colleague);
    });
    expect(screen.getAllByText("Redacted")[0]).toBeVisible();
    expect(verdict()).toHaveTextContent("The account was redacted");
    expect(screen.getByRole("region", { name: "Fields" })).toHaveTextContent("The values were erased for good.");
  });

  it("with a reference ID that gives them away carries a warning", async () => {
    await openPerson("helen.brandt@example.com");
    expect(screen.getByText("Reference ID looks like an e-mail address")).toBeVisible();
  });
});

describe("tags", () => {
  const tags = () => screen.getByRole("region", { name: "Tags" });
  const field = () => within(tags()).getByRole("textbox", { name: "Add a tag" });

  it("are added at once, sent with one key, and kept", async () => {
    const { user, simulator, accountId } = await openPerson("usr_c41d09");
    await user.type(field(), "  vip  {Enter}");
    expect(within(tags()).getByText("vip")).toBeVisible();
    expect(field()).toHaveValue("");
    await waitFor(() => expect(simulator.world().tables.accounts.get(accountId)?.attributes.tags).toEqual(["vip"]));
    const writes = simulator.requests().filter(({ method }) => method === "POST");
    expect(writes).toHaveLength(1);
    expect(writes[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("are removed", async () => {
    const { user, simulator, accountId } = await openPerson("usr_c41d09");
    await user.type(field(), "vip{Enter}");
    await user.click(await within(tags()).findByRole("button", { name: "Remove tag vip" }));
    expect(within(tags()).queryByText("vip")).toBeNull();
    await waitFor(() => expect(simulator.world().tables.accounts.get(accountId)?.attributes.tags).toEqual([]));
  });

  it("that were refused are taken back, said so, and can be tried again", async () => {
    const { user, simulator, accountId } = await openPerson("usr_c41d09");
    simulator.fault({ operation: "accountsAddTag", status: 500 });
    await user.type(field(), "vip{Enter}");
    const alert = await within(tags()).findByRole("alert");
    expect(alert).toHaveTextContent(/“vip” could not be added.*shown as they were before/);
    expect(within(tags()).queryByRole("list", { name: "Tags" })).toBeNull();
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(simulator.world().tables.accounts.get(accountId)?.attributes.tags).toEqual(["vip"]));
    await waitFor(() => expect(within(tags()).queryByRole("alert")).toBeNull());
    // An answered failure is stored under its key: the second attempt needs its own.
    const keys = simulator.requests().flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
    expect(new Set(keys).size).toBe(2);
  });

  it("changed quickly one after the other are all kept, and only the one that failed is taken back", async () => {
    const { user, simulator, accountId } = await openPerson("usr_c41d09");
    slowEverything(simulator, 60);
    await user.type(field(), "first{Enter}");
    await user.type(field(), "second{Enter}");
    const list = () => within(tags()).getByRole("list", { name: "Tags" });
    expect(list()).toHaveTextContent("firstsecond");
    await waitFor(() => expect(simulator.world().tables.accounts.get(accountId)?.attributes.tags).toEqual(["first", "second"]));
    await endFaults(simulator);
    simulator.fault({ operation: "accountsRemoveTag", status: 503 });
    await user.click(screen.getByRole("button", { name: "Remove tag first" }));
    await user.type(field(), "third{Enter}");
    expect(await within(tags()).findByText(/“first” could not be removed/)).toBeVisible();
    await waitFor(() => expect(simulator.world().tables.accounts.get(accountId)?.attributes.tags).toContain("third"));
    for (const tag of ["first", "second", "third"]) expect(within(list()).getByText(tag)).toBeVisible();
  });

  it("twice the same are refused before anything is sent", async () => {
    const { user, simulator } = await openPerson("usr_c41d09");
    await user.type(field(), "vip{Enter}");
    await user.type(field(), "VIP{Enter}");
    expect(within(tags()).getByText("It already has this tag.")).toBeVisible();
    await waitFor(() => expect(simulator.requests().filter(({ method }) => method === "POST")).toHaveLength(1));
  });

  it("are not for an auditor, who is told why", async () => {
    await openPerson("usr_c41d09", { role: "auditor" });
    await waitFor(() => expect(tags()).toHaveTextContent("Your role (Auditor) can only read."));
    expect(field()).toBeDisabled();
    expect(within(tags()).getByRole("button", { name: /^Add/ })).toHaveAttribute("aria-disabled", "true");
  });
});

describe("when it goes wrong", () => {
  it("a person who does not exist is not found", async () => {
    await renderApp(`/accounts/act_${"x".repeat(24)}`);
    expect(await screen.findByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
  });

  it("a key that may not read accounts is told which permission is missing", async () => {
    const simulator = resetSimulator({ permissions: ["inquiry.read"] });
    await renderApp(`/accounts/${accountOf(simulator, "usr_c41d09")}`);
    expect(await screen.findByRole("alert")).toHaveTextContent(/not allowed.*account\.read/);
  });

  it("a failed list of inquiries leaves the rest of the page standing, and no verdict", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "listAllInquiries", status: 503, times: 1000 });
    const { user } = await renderApp(`/accounts/${accountOf(simulator, "usr_c41d55")}`);
    const section = await screen.findByRole("region", { name: "Inquiries" });
    const alert = await within(section).findByRole("alert");
    expect(screen.getByRole("region", { name: "Fields" })).toBeVisible();
    expect(screen.queryByRole("region", { name: "Verdict" })).toBeNull();
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.getByRole("region", { name: "Verdict" })).toHaveTextContent("Verified"));
  });

  it("templates and events that cannot be read cost the names and the archive note, nothing else", async () => {
    const { verdict } = await openPerson("usr_c41d55", undefined, (simulator) => {
      simulator.fault({ operation: "listAllInquiryTemplates", status: 403, times: 1000 });
      simulator.fault({ operation: "listAllEvents", status: 403, times: 1000 });
    });
    expect(verdict()).toHaveTextContent("Verified");
    expect(within(inquiries()).getAllByText(/^itmpl_/)).toHaveLength(2);
    expect(screen.queryByText(/archived/i)).toBeNull();
  });
});
