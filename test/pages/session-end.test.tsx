import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { hearTabs, type TabMessage, tellTabs } from "@/frame/session/tab-channel";
import { noteServerTime } from "@/lib/server-clock";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const minutes = (count: number) => new Date(start + count * 60_000).toISOString();
const notice = () => screen.findByRole("region", { name: "End of the session" });
const noNotice = () => waitFor(() => expect(screen.queryByRole("region", { name: "End of the session" })).not.toBeInTheDocument());

// what one world's clock was is not the next one's
beforeEach(() => noteServerTime(new Date().toUTCString(), Date.now()));

/** The list, for somebody whose session ends after these minutes, once all that comes later is there. */
async function open({ idle, absolute }: { idle: number; absolute: number }) {
  const simulator = resetSimulator();
  const life = { idleSeconds: idle * 60, absoluteSeconds: absolute * 60, warnSeconds: 120 };
  await simulator.control("sign-in", { role: "reviewer", life });
  const told: TabMessage[] = [];
  onTestFinished(hearTabs((message) => told.push(message)));
  const page = await renderApp("/inquiries");
  await openPopover(page.user, "Signed-in user");
  await screen.findByRole("button", { name: "Sign out", hidden: true });
  const asked = (operation: string) => simulator.requests().filter((request) => request.operation === operation).length;
  /** Lets time pass; the page learns of it by what it reads next. */
  const pass = async (passed: number) => {
    await simulator.control("clock/advance", { seconds: passed * 60 });
    await page.queryClient.refetchQueries({ queryKey: ["inquiry"] });
  };
  return { ...page, simulator, told, asked, pass };
}

describe("a session that nobody uses", () => {
  it("warns before it ends, in words that are read aloud seldom", async () => {
    const { pass } = await open({ idle: 30, absolute: 600 });
    await pass(27);
    expect(screen.queryByRole("region", { name: "End of the session" })).not.toBeInTheDocument();
    await pass(1.5);
    expect(await notice()).toHaveTextContent(/You will be signed out in 1:[23]\d/);
    expect(screen.getByText("You will be signed out in 2 minutes. Any key keeps you signed in.")).toHaveAttribute("role", "status");
  });

  it("stays on one click, and tells the other tabs", async () => {
    const { user, pass, asked, told } = await open({ idle: 30, absolute: 600 });
    await pass(29);
    await notice();
    await user.click(screen.getByRole("button", { name: "Stay signed in" }));
    await noNotice();
    expect(asked("extendDeskSession")).toBe(1);
    await waitFor(() =>
      expect(told).toContainEqual({
        kind: "extended",
        life: { idleExpiresAt: minutes(59), absoluteExpiresAt: minutes(600), warnSeconds: 120 },
      }),
    );
  });

  it("says so when that fails, and can be tried again", async () => {
    const { user, pass, simulator } = await open({ idle: 30, absolute: 600 });
    await pass(29);
    await notice();
    simulator.fault({ operation: "extendDeskSession", status: 500 });
    await user.click(screen.getByRole("button", { name: "Stay signed in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("It could not be extended");
    await user.click(screen.getByRole("button", { name: "Stay signed in" }));
    await noNotice();
  });

  it("that another tab extends warns no more", async () => {
    const { pass, asked } = await open({ idle: 30, absolute: 600 });
    await pass(29);
    await notice();
    tellTabs({ kind: "extended", life: { idleExpiresAt: minutes(59), absoluteExpiresAt: minutes(600), warnSeconds: 120 } });
    await noNotice();
    expect(asked("extendDeskSession")).toBe(0);
  });

  it("ends behind a dialog", async () => {
    const { pass, simulator } = await open({ idle: 30, absolute: 600 });
    await pass(29);
    await notice();
    await simulator.control("clock/advance", { seconds: 61 });
    noteServerTime(minutes(30.1), Date.now());
    expect(await screen.findByRole("dialog", { name: /^You were signed out/ })).toBeVisible();
    await noNotice();
  });
});

describe("somebody who is active", () => {
  it("keeps the session without being asked, once in two minutes at most", async () => {
    const { user, asked } = await open({ idle: 30, absolute: 600 });
    await user.click(screen.getByRole("textbox", { name: /^Find/ }));
    await waitFor(() => expect(asked("extendDeskSession")).toBe(1));
    await user.keyboard("some words");
    await user.click(screen.getByRole("heading", { level: 1 }));
    expect(asked("extendDeskSession")).toBe(1);
  });

  it("loses neither the focus nor a word to the warning", async () => {
    const { user, pass, asked } = await open({ idle: 30, absolute: 600 });
    const field = screen.getByRole("textbox", { name: /^Find/ });
    field.focus();
    await pass(29);
    await notice();
    expect(field).toHaveFocus();
    await user.keyboard("usr");
    expect(field).toHaveValue("usr");
    await noNotice();
    expect(field).toHaveFocus();
    expect(asked("extendDeskSession")).toBe(1);
  });

  it("is a person: what the page reads by itself is not", async () => {
    const { pass, asked } = await open({ idle: 30, absolute: 600 });
    for (let time = 0; time < 5; time++) await pass(5);
    expect(asked("extendDeskSession")).toBe(0);
  });
});

describe("the absolute end", () => {
  it("cannot be extended, and says so", async () => {
    const { user, pass, asked } = await open({ idle: 60, absolute: 30 });
    await pass(29);
    expect(await notice()).toHaveTextContent("this one cannot be extended");
    expect(screen.queryByRole("button", { name: "Stay signed in" })).not.toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Sign in again (opens a new tab)" })).toHaveAttribute(
      "href",
      "http://localhost/auth/sign-in?to=%2Finquiries",
    );
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    await noNotice();
    expect(asked("extendDeskSession")).toBe(0);
  });
});

it("a session that never ends by itself is left alone", async () => {
  const { user, simulator } = await renderApp("/inquiries", { role: "reviewer" });
  await openPopover(user, "Signed-in user");
  await screen.findByRole("button", { name: "Sign out", hidden: true });
  await user.click(screen.getByRole("heading", { level: 1 }));
  expect(simulator.requests().map(({ operation }) => operation)).not.toContain("extendDeskSession");
  expect(screen.queryByRole("region", { name: "End of the session" })).not.toBeInTheDocument();
});
