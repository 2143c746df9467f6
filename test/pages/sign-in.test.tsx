import { act, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { deskSessionQuery } from "@/api/sessions/queries";
import { hearTabs, type TabMessage, tellTabs } from "@/frame/session/tab-channel";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";
import { auditEntries } from "@test/support/colleague-work";
import { afterTheHold, inWorld, openWorkbench } from "@test/support/workbench";

const table = () => screen.findByRole("table", { name: "Inquiries" });
const dialog = () => screen.findByRole("dialog", { name: "You were signed out: sign in again" });
const comment = () => screen.getByRole("textbox", { name: "Comment for the audit trail" });

/** Where the browser is sent; it stays here. */
function departures() {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
  const reload = vi.spyOn(window.location, "reload").mockImplementation(() => undefined);
  onTestFinished(() => [assign, reload].forEach((spy) => spy.mockRestore()));
  return { assign, reload };
}

/** What the tabs are told from now on. */
function toldTabs(): TabMessage[] {
  const told: TabMessage[] = [];
  onTestFinished(hearTabs((message) => told.push(message)));
  return told;
}

describe("nobody is signed in", () => {
  it("nothing of the desk is shown, and the way in leads back here", async () => {
    await renderApp("/inquiries?status=needs_review", { role: null });
    expect(await screen.findByRole("heading", { level: 1, name: "You are signed out" })).toBeVisible();
    const to = encodeURIComponent("/inquiries?status=needs_review");
    expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", `http://localhost/auth/sign-in?to=${to}`);
    expect(screen.queryByRole("navigation")).not.toBeInTheDocument();
    expect(document.title).toBe("Signed out · Inquiry Desk");
  });

  it("in the demo one picks who to be, and is there", async () => {
    const simulator = resetSimulator({ role: null });
    const { user } = await renderApp("/inquiries", undefined, (role) => simulator.control("sign-in", { role }));
    await user.click(await screen.findByRole("button", { name: /^Auditor/ }));
    expect(await table()).toBeVisible();
    expect(await screen.findAllByText("Victor Sandoval")).not.toHaveLength(0);
  });
});

/** A comment is typed, and the session ends before it is sent. */
async function signedOutWhileDeciding(options: Parameters<typeof openWorkbench>[1] = { role: "reviewer" }) {
  const page = await openWorkbench({ status: "completed" }, options);
  await page.user.keyboard("ac");
  await page.user.type(comment(), "Fits.");
  await page.simulator.control("sign-in", { role: null });
  await page.user.keyboard("{Control>}{Enter}{/Control}");
  return { ...page, dialog: within(await dialog()) };
}

describe("signed out in the middle of work", () => {
  it("the page stays as it was, behind a dialog that leads to a sign-in in a new tab or back here", async () => {
    const { dialog, inquiryId, simulator } = await signedOutWhileDeciding();
    const href = `http://localhost/auth/sign-in?to=${encodeURIComponent(`/inquiries/${inquiryId}`)}`;
    expect(dialog.getByRole("link", { name: "Sign in (opens a new tab)" })).toHaveAttribute("href", href);
    expect(dialog.getByRole("link", { name: "Sign in (opens a new tab)" })).toHaveAttribute("target", "_blank");
    expect(dialog.getByRole("link", { name: /^Sign in here/ })).toHaveAttribute("href", href);
    expect(comment()).toHaveValue("Fits.");
    expect(inWorld(simulator, inquiryId).status).toBe("completed");
  });

  it("who comes back signed in goes on where they were", async () => {
    const { user, simulator, queryClient, inquiryId, decision } = await signedOutWhileDeciding();
    await simulator.control("sign-in", { role: "reviewer" });
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(comment()).toHaveValue("Fits.");
    await user.click(decision.getByRole("button", { name: "Try again" }));
    await decision.findByText(/is held\.$/);
    await afterTheHold({ simulator, queryClient });
    await decision.findByText(/The inquiry is now/);
    expect(inWorld(simulator, inquiryId).reviewerComment).toMatch(/^Fits\.\n/);
  });

  it("somebody else who signs in gets nothing of it", async () => {
    const { reload } = departures();
    const { simulator } = await signedOutWhileDeciding();
    await simulator.control("sign-in", { role: "support" });
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(screen.queryByRole("region", { name: "Decision" })).not.toBeInTheDocument();
  });

  it("another tab that has signed in is heard", async () => {
    const { simulator } = await signedOutWhileDeciding();
    await simulator.control("sign-in", { role: "reviewer" });
    tellTabs({ kind: "began", userId: "whoever" });
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });
});

const menu = async (user: UserEvent, name: string) =>
  (await openPopover(user, "Signed-in user")).findByRole("button", { name, hidden: true });

describe("signing out", () => {
  it("ends the session, forgets what was read, tells the other tabs, and goes where the server says", async () => {
    const { assign } = departures();
    const told = toldTabs();
    const { user, queryClient, simulator } = await renderApp("/inquiries", { role: "reviewer" });
    await user.click(await menu(user, "Sign out"));
    expect(await screen.findByRole("heading", { level: 1, name: "You are signed out" })).toBeVisible();
    expect(assign).toHaveBeenCalledExactlyOnceWith("http://localhost/");
    expect(queryClient.getQueryCache().findAll({ queryKey: ["inquiry"] })).toEqual([]);
    await waitFor(() => expect(told).toContainEqual({ kind: "left" }));
    expect(await auditEntries(simulator, "reviewer", "sign-out")).toMatchObject([{ details: { everywhere: false } }]);
  });

  it("everywhere", async () => {
    departures();
    const { user, simulator } = await renderApp("/inquiries", { role: "reviewer" });
    await user.click(await menu(user, "Sign out everywhere"));
    await screen.findByRole("heading", { level: 1, name: "You are signed out" });
    expect(await auditEntries(simulator, "reviewer", "sign-out")).toMatchObject([{ details: { everywhere: true } }]);
  });

  it("that fails says so, and changes nothing", async () => {
    const { assign } = departures();
    const { user, simulator } = await renderApp("/inquiries", { role: "reviewer" });
    simulator.fault({ operation: "endDeskSession", status: 503 });
    await user.click(await menu(user, "Sign out"));
    expect(await screen.findByText(/^You are still signed in/)).toHaveTextContent("try again.");
    expect(await table()).toBeVisible();
    expect(assign).not.toHaveBeenCalled();
  });

  it("in another tab empties this one", async () => {
    const told = toldTabs();
    const { queryClient, simulator } = await renderApp("/inquiries", { role: "reviewer" });
    await table();
    // it listens once it has said that it is there
    await waitFor(() => expect(told).toMatchObject([{ kind: "began" }]), { timeout: 5_000 });
    await simulator.control("sign-in", { role: null });
    tellTabs({ kind: "left" });
    expect(await screen.findByRole("heading", { level: 1, name: "You are signed out" })).toBeVisible();
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
    expect(queryClient.getQueryCache().findAll({ queryKey: ["inquiry"] })).toEqual([]);
  });

  it("in the demo ends where one picks who to be", async () => {
    const { assign } = departures();
    const simulator = resetSimulator({ role: "reviewer" });
    const { user } = await renderApp("/inquiries", undefined, (role) => simulator.control("sign-in", { role }));
    await user.click(await menu(user, "Sign out"));
    await user.click(await screen.findByRole("button", { name: /^Support/ }));
    expect(await table()).toBeVisible();
    expect(assign).not.toHaveBeenCalled();
  });
});

describe("who is signed in by now is", () => {
  /** A page of the reviewer's that listens to the other tabs; `kept` is what it still knows of inquiries when it is reloaded. */
  async function listening() {
    const { reload } = departures();
    const told = toldTabs();
    const page = await renderApp("/inquiries", { role: "reviewer" });
    await table();
    await waitFor(() => expect(told).toMatchObject([{ kind: "began" }]), { timeout: 5_000 });
    const kept: unknown[] = [];
    reload.mockImplementation(() => void kept.push(...page.queryClient.getQueryCache().findAll({ queryKey: ["inquiry"] })));
    const readSession = () => act(() => page.queryClient.refetchQueries({ queryKey: deskSessionQuery().queryKey }));
    return { ...page, reload, kept, readSession };
  }

  it("somebody else, which the session that is read again shows: the page starts afresh, and keeps nothing", async () => {
    const { simulator, reload, kept, readSession } = await listening();
    await simulator.control("sign-in", { role: "lead" });
    await readSession();
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(kept).toEqual([]);
  });

  it("somebody else, which another tab tells: the same", async () => {
    const { reload, kept } = await listening();
    tellTabs({ kind: "began", userId: "whoever" });
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(kept).toEqual([]);
  });

  it("the same person: the page goes on", async () => {
    const { reload, readSession } = await listening();
    await readSession();
    expect(await table()).toBeVisible();
    expect(reload).not.toHaveBeenCalled();
  });
});
