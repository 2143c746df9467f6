import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { publishInquiryTemplateVersion } from "@mocks/world/template/templates";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { redact } from "@test/support/inquiry-states";
import { asked, clipboard, form, issued, open, sent, restoreByKeys } from "@test/support/restore-access";
import { inWorld, openWorkbench } from "@test/support/workbench";

afterEach(() => vi.restoreAllMocks());

describe("an expired inquiry", () => {
  it("is resumed and gets a link, straight into the clipboard: two keys", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    await user.keyboard("l");
    expect(await access.findByText(/^Somebody or something ended it/)).toBeVisible();
    expect(access.getByRole("group", { name: "Way back in" })).toHaveFocus();
    await user.keyboard("{Enter}");
    await issued();
    expect(access.getByText(/^The inquiry was resumed: it is pending again/)).toBeVisible();
    expect(asked(simulator)).toHaveLength(1);
    expect(sent(simulator)).toEqual(["resumeAnInquiry", "generateAOneTimeLink"]);
    expect(inWorld(simulator, inquiryId).status).toBe("pending");
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
  });

  it("can be done with the mouse", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    await user.click(access.getByRole("button", { name: "Restore access" }));
    await user.click(within(await form()).getByRole("button", { name: "Resume and copy a one-time link" }));
    await issued();
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
  });

  it("can be done from the person's page with the same keys", async () => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "expired" });
    await user.click(screen.getByRole("link", { name: /^act_/ }));
    await waitFor(() => expect(document.title).toMatch(/^Person/));
    await screen.findByRole("button", { name: "Restore access" });
    await restoreByKeys(user);
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
  });

  it("is resumed once, however often Enter is pressed", async () => {
    const { user, simulator } = await openWorkbench({ status: "expired" });
    simulator.fault({ operation: "restoreAccess", delayMs: 300 });
    await user.keyboard("l");
    const element = await form();
    // in the select Enter sends the form past the button, which does nothing while it is busy
    fireEvent.submit(element);
    fireEvent.submit(element);
    await user.keyboard("{Enter}");
    await issued();
    expect(asked(simulator)).toHaveLength(1);
    expect(sent(simulator)).toEqual(["resumeAnInquiry", "generateAOneTimeLink"]);
  });

  it("of a template that has moved on since gets no link but in a second step, which says what it goes against", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "expired" });
    const [template] = simulator.world().tables.inquiryTemplates.newestFirst();
    publishInquiryTemplateVersion(simulator.world(), { inquiryTemplateId: template?.id ?? "" }, { type: "api" });
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    // the panel it opens has the button of the remedy, which stands out in its place
    const opener = access.getByRole("button", { name: "Restore access" });
    await waitFor(() => expect(opener).toHaveClass("bg-accent"));
    await user.keyboard("l");
    expect(await access.findByRole("button", { name: "Create it and copy its link" })).toHaveClass("bg-accent");
    expect(opener).not.toHaveClass("bg-accent");
    expect(screen.queryByRole("form", { name: "Restore access" })).not.toBeInTheDocument();
    await user.click(access.getByRole("button", { name: "A one-time link all the same" }));
    expect(access.getByText("This goes against the advice.").closest("[role=status]")).toHaveTextContent(
      /Not a resume: the template has moved on/,
    );
    expect(within(await form()).getByText(/The template has a newer version than the one this inquiry runs on/)).toBeVisible();
    expect(asked(simulator)).toEqual([]);
    expect(sent(simulator)).toEqual([]);
    await user.click(within(await form()).getByRole("button", { name: "Resume and copy a one-time link" }));
    await issued();
  });

  it("of the current version does not warn", async () => {
    const { user } = await openWorkbench({ status: "expired" });
    await user.keyboard("l");
    expect(within(await form()).queryByText(/newer version/)).not.toBeInTheDocument();
  });
});

describe.each(["created", "pending"] as const)("a %s inquiry", (status) => {
  it("gets the link and no resume", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status });
    await user.keyboard("l");
    expect(await access.findByRole("button", { name: "Copy a one-time link" })).toBeVisible();
    await user.keyboard("{Enter}");
    await issued();
    expect(access.queryByText(/The inquiry was resumed/)).not.toBeInTheDocument();
    expect(sent(simulator)).toEqual(["generateAOneTimeLink"]);
    expect(inWorld(simulator, inquiryId).status).toBe(status);
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
  });
});

describe("Enter before the cause is known", () => {
  /** The person's page, which reads the inquiry once it has their list, and slowly. */
  async function openPerson(fault: { status?: number; times?: number } = {}, status: "expired" | "pending" = "expired") {
    const { simulator, inquiryId, unmount } = await openWorkbench({ status });
    unmount();
    const account = simulator.world().tables.inquiries.get(inquiryId)?.relationships.account.data?.id ?? "";
    await navigator.clipboard.writeText("what was copied before");
    if (status === "pending") {
      const [template] = simulator.world().tables.inquiryTemplates.newestFirst();
      publishInquiryTemplateVersion(simulator.world(), { inquiryTemplateId: template?.id ?? "" }, { type: "api" });
    }
    simulator.fault({ operation: "retrieveAnInquiry", delayMs: 500, ...fault });
    const page = await renderApp(`/accounts/${account}`);
    await screen.findByRole("button", { name: "Restore access" });
    return { ...page, simulator, inquiryId };
  }

  it("is kept for the link", async () => {
    const { user, simulator, inquiryId } = await openPerson();
    await user.keyboard("l{Enter}");
    expect(screen.getByText("The link is made as soon as the cause is known.")).toBeVisible();
    await issued();
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
    expect(sent(simulator)).toEqual(["resumeAnInquiry", "generateAOneTimeLink"]);
  });

  it("copies nothing where something must be read first, and says so", async () => {
    const { user, simulator } = await openPerson({}, "pending");
    await user.keyboard("l{Enter}");
    expect(await screen.findByText("Nothing was copied yet.")).toBeVisible();
    expect(sent(simulator)).toEqual([]);
    await user.keyboard("{Enter}");
    await issued();
  });

  it("copies nothing where the inquiry could not be read, and says so", async () => {
    const { user } = await openPerson({ status: 500, times: 10 });
    await user.keyboard("l{Enter}");
    expect(await screen.findByText("Nothing was copied.")).toBeVisible();
    expect(await clipboard()).toBe("what was copied before");
  });
});

describe("the link", () => {
  it("is shown with its short form, which opens the same inquiry, and until when it works", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    await restoreByKeys(user);
    const link = await clipboard();
    expect(access.getByText(link)).toBeVisible();
    await user.click(access.getByRole("button", { name: "Copy short form" }));
    expect(access.getByText(await clipboard())).toBeVisible();
    expect(await clipboard()).not.toBe(link);
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
    // 24 hours from 2 March 2026, 09:00 UTC
    expect(access.getByText(/Works once, for as long as the template says/)).toHaveTextContent(/at the latest until 3 Mar 2026/);
  });

  it("lives as long as was chosen", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "expired" });
    await user.keyboard("l");
    await form();
    await user.selectOptions(access.getByRole("combobox", { name: "The link works for" }), "1 hour, a new link");
    await user.click(access.getByRole("button", { name: "Resume and copy a one-time link" }));
    await issued();
    const [issuedLink] = simulator.world().hidden.oneTimeLinks.values();
    expect(issuedLink?.expiresAt).toBe(simulator.world().clock.now() + 3_600_000);
  });

  it("that nobody has used comes back instead of using up a session", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    await restoreByKeys(user);
    const first = await clipboard();
    const sessions = simulator.world().tables.inquirySessions.size;
    await user.click(access.getByRole("button", { name: "Another link" }));
    await user.click(within(await form()).getByRole("button", { name: "Copy a one-time link" }));
    await issued();
    expect(await clipboard()).toBe(first);
    expect(simulator.world().tables.inquirySessions.size).toBe(sessions);
    expect(new Set(asked(simulator).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  });

  it("is copied again by C, and another one is made on request", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    await restoreByKeys(user);
    const first = await clipboard();
    await navigator.clipboard.writeText("something else");
    await user.keyboard("c");
    await waitFor(async () => expect(await clipboard()).toBe(first));
    await user.click(screen.getByRole("button", { name: "Another link" }));
    await user.selectOptions(access.getByRole("combobox", { name: "The link works for" }), "1 hour, a new link");
    await user.click(within(await form()).getByRole("button", { name: "Copy a one-time link" }));
    await waitFor(async () => expect(await clipboard()).not.toBe(first));
    expect(sent(simulator)).toEqual(["generateAOneTimeLink", "generateAOneTimeLink"]);
  });

  it("is there to be copied when the browser refuses the clipboard", async () => {
    const { user, simulator, access } = await openWorkbench({ status: "pending" });
    for (const way of ["write", "writeText"] as const) {
      vi.spyOn(navigator.clipboard, way).mockRejectedValue(new DOMException("", "NotAllowedError"));
    }
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    expect(await access.findByText(/Your browser did not let us copy it/)).toBeVisible();
    const [{ code } = { code: "" }] = simulator.world().hidden.oneTimeLinks.values();
    expect(access.getByText(new RegExp(`^https:.*code=${code}$`))).toBeVisible();
  });
});

describe("what can't be opened again offers no link, but the cause and what to do", () => {
  it.each([
    ["completed", /The user has finished this inquiry/, /Decide it, or mark it for review/],
    ["failed", /The user failed this inquiry/, /Decide it, or mark it for review/],
    ["needs_review", /This inquiry is under review/, /It needs a decision, not a link/],
    ["approved", /This inquiry was approved/, /A new inquiry is only for a deliberate re-verification/],
    ["declined", /This inquiry was declined/, /A new inquiry is only for a deliberate re-verification/],
  ] as const)("%s", async (status, cause, remedy) => {
    const { user, simulator, access } = await openWorkbench({ status });
    await user.keyboard("l");
    expect((await access.findAllByText(cause)).length).toBeGreaterThan(0);
    expect(await access.findByText(remedy)).toBeVisible();
    expect(access.getByText("Remedy:").parentElement).toHaveTextContent(/Remedy: ./);
    expect(access.queryByRole("button", { name: /link$/ })).not.toBeInTheDocument();
    await user.keyboard("{Enter}");
    expect(sent(simulator)).toEqual([]);
  });

  it("redacted, whatever its status", async () => {
    const { user, access } = await openWorkbench({ status: "expired", redacted: true });
    await user.keyboard("l");
    expect(await access.findByText(/its data is gone and no link opens it/)).toBeVisible();
    expect(await access.findByRole("button", { name: "Create it and copy its link" })).toBeVisible();
    expect(access.queryByRole("form", { name: "Restore access" })).not.toBeInTheDocument();
    expect(access.queryByRole("button", { name: "A one-time link all the same" })).not.toBeInTheDocument();
  });

  it("redacted while one was looking", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    await user.keyboard("l");
    await form();
    redact(simulator, inquiryId);
    await user.keyboard("{Enter}");
    expect(await access.findByText(/its data is gone and no link opens it/)).toBeVisible();
    expect(sent(simulator)).toEqual([]);
  });

  it("to an auditor, who may only read", async () => {
    const { user, access } = await openWorkbench({ status: "expired" }, { role: "auditor" });
    await user.keyboard("l");
    expect(await access.findByText(/Your role \(Auditor\) can only read/)).toBeVisible();
    expect(access.queryByRole("form")).not.toBeInTheDocument();
  });
});

it("Escape closes it and gives the focus back", async () => {
  const { user, access } = await openWorkbench({ status: "expired" });
  await user.keyboard("l");
  await form();
  await user.keyboard("{Escape}");
  expect(access.queryByRole("form")).not.toBeInTheDocument();
  expect(access.getByRole("button", { name: "Restore access" })).toHaveFocus();
});

it("is closed by the button that opened it", async () => {
  const { user, access } = await openWorkbench({ status: "expired" });
  const opener = access.getByRole("button", { name: "Restore access" });
  await user.click(opener);
  await form();
  await user.click(opener);
  expect(access.queryByRole("form")).not.toBeInTheDocument();
});

it("tells the remedy and its price until it is taken", async () => {
  const { user, access } = await openWorkbench({ status: "expired" });
  await user.keyboard("l");
  await form();
  expect(access.getByText("Cost:")).toBeVisible();
  await user.keyboard("{Enter}");
  await issued();
  expect(access.queryByText("Remedy:")).not.toBeInTheDocument();
  expect(access.queryByText("Cost:")).not.toBeInTheDocument();
});

const entriesOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").map((key) => [key, storage.getItem(key)]);

describe("secrets", () => {
  it("a session token is nowhere, and the link only where it is shown", async () => {
    const { user, simulator, router, queryClient } = await openWorkbench({ status: "expired" });
    await restoreByKeys(user);
    const tokens = [...simulator.world().hidden.tokens.keys()];
    expect(tokens.length).toBeGreaterThan(0);
    const link = await clipboard();
    const code = new URL(link).searchParams.get("code") ?? "";
    const page = document.documentElement.outerHTML;
    const kept = JSON.stringify([
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state]),
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
      entriesOf(localStorage),
      entriesOf(sessionStorage),
      router.state.location.href,
      router.history.location,
      document.title,
      document.cookie,
    ]);
    for (const token of tokens) expect([page, kept].some((text) => text.includes(token))).toBe(false);
    expect(page).toContain(code);
    expect(kept).not.toContain(code);
  });

  it("the link is gone with the panel", async () => {
    const { user } = await openWorkbench({ status: "pending" });
    await restoreByKeys(user);
    const code = new URL(await clipboard()).searchParams.get("code") ?? "";
    await user.keyboard("{Escape}");
    expect(document.documentElement.outerHTML).not.toContain(code);
    expect(code).not.toBe("");
  });
});

describe("the open panel, when a newer inquiry of another template appears", () => {
  /** Opens the panel on a person's page for an expired inquiry; then the newer one is made elsewhere. */
  async function openAndMakeNewer() {
    const { user, simulator, inquiryId, queryClient } = await openWorkbench({ status: "expired" });
    await user.click(screen.getByRole("link", { name: /^act_/ }));
    await waitFor(() => expect(document.title).toMatch(/^Person/));
    await screen.findByRole("button", { name: "Restore access" });
    await user.keyboard("l");
    const access = within(screen.getByRole("region", { name: "Access" }));
    await form();
    const { relationships } = simulator.world().tables.inquiries.get(inquiryId)!;
    const [other] = [...simulator.world().tables.inquiryTemplates.newestFirst()];
    const newer = createInquiry(
      simulator.world(),
      { attributes: { inquiryTemplateId: other?.id ?? "", accountId: relationships.account.data?.id } },
      { type: "api" },
    );
    await act(() => queryClient.invalidateQueries({ queryKey: ["inquiry"] }));
    expect(await access.findByText("There is another inquiry to look at now.")).toBeVisible();
    return { user, simulator, inquiryId, access, newerId: newer.inquiry.id };
  }

  it("keeps its inquiry, which is the one to look at once it is open again", async () => {
    const { user, simulator, inquiryId, access } = await openAndMakeNewer();
    const { tables } = simulator.world();
    const template = tables.inquiryTemplates.get(tables.inquiries.get(inquiryId)!.relationships.inquiryTemplate.data?.id ?? "");
    const panel = within(screen.getByRole("group", { name: "Way back in" }));
    expect(panel.getByText(template?.attributes.name ?? "none").closest("p")).toContainElement(
      panel.getByRole("link", { name: (_, link) => link.getAttribute("href")?.endsWith(inquiryId) ?? false }),
    );
    restHands();
    await user.keyboard("{Enter}");
    await issued();
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId });
    await waitFor(() => expect(access.queryByText("There is another inquiry to look at now.")).not.toBeInTheDocument());
  });

  it("offers that one", async () => {
    const { user, simulator, access, newerId } = await openAndMakeNewer();
    await user.click(access.getByRole("button", { name: "Switch to it" }));
    await user.click(within(await form()).getByRole("button", { name: "Copy a one-time link" }));
    await issued();
    expect(open(simulator, await clipboard())).toMatchObject({ inquiryId: newerId });
  });
});
