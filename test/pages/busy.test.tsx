import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shouldRetryRead } from "@/api/query-client";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { endFaults } from "@test/support/request-log";

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

const note = () => screen.queryByText(/^Persona is busy, trying again/)?.textContent;
const held = () => screen.queryByText("Persona is busy. Waiting for a turn…");
const rows = () => screen.queryAllByRole("link", { name: /^(usr|cus)/ }).length;

/** The app at a page that asks for nothing, from where every read that Persona is too busy for is tried again. */
async function openAtRest() {
  const simulator = resetSimulator();
  const app = await renderApp("/settings");
  app.queryClient.setDefaultOptions({ queries: { ...app.queryClient.getDefaultOptions().queries, retry: shouldRetryRead } });
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  return { ...app, simulator };
}

describe("while Persona is too busy for a read", () => {
  it("the page says when it is tried again, over what stands in for the list, until it is here", async () => {
    const { router, simulator } = await openAtRest();
    simulator.fault({ operation: "listAllAccounts", status: 429, times: 1000 });
    await act(() => router.navigate({ to: "/accounts" }));
    await waitFor(() => expect(note()).toMatch(/^Persona is busy, trying again in \d+ s$/));
    expect(screen.getByRole("table", { name: "People" })).toHaveAttribute("aria-busy", "true");
    expect(screen.queryByRole("alert")).toBeNull();
    const seconds = () => Number(/\d+/.exec(note() ?? "")?.[0]);
    const before = seconds();
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(seconds()).toBeLessThanOrEqual(before - 3);
    expect(screen.getByText("Persona is busy. It is asked again by itself.")).toBeInTheDocument();

    await endFaults(simulator);
    await act(() => vi.advanceTimersByTimeAsync((before + 1) * 1_000));
    await waitFor(() => expect(rows()).toBeGreaterThan(0));
    expect(note()).toBeUndefined();
  });

  it.each([
    ["a list", "/accounts", "listAllAccounts"],
    ["an inquiry", "/inquiries/$inquiryId", "retrieveAnInquiry"],
    ["a person", "/accounts/$accountId", "retrieveAnAccount"],
  ] as const)("%s that is held up says after three seconds that it waits for its turn, and can be left", async (_, to, operation) => {
    const { router, simulator } = await openAtRest();
    const [inquiry] = simulator.world().tables.inquiries.newestFirst();
    simulator.fault({ operation, delayMs: 90_000, times: 1000 });
    const params = { inquiryId: inquiry?.id ?? "", accountId: inquiry?.relationships.account.data?.id ?? "" };
    await act(() => router.navigate({ to, params }));
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(held()).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(held()).toBeInTheDocument();
    expect(screen.getAllByRole("status").filter(({ textContent }) => textContent === "Persona is busy. Waiting for a turn.")).toHaveLength(
      1,
    );
    expect(screen.queryByRole("alert")).toBeNull();
    // it takes no room, so nothing moves
    expect(held()?.closest(".fixed")).not.toBeNull();

    await act(() => router.navigate({ to: "/settings" }));
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(held()).toBeNull();
  });

  it("a held list is here once its turn has come, without a word left over", async () => {
    const { router, simulator } = await openAtRest();
    simulator.fault({ operation: "listAllAccounts", delayMs: 20_000, times: 1 });
    await act(() => router.navigate({ to: "/accounts" }));
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(held()).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    await waitFor(() => expect(rows()).toBeGreaterThan(0));
    expect(held()).toBeNull();
  });

  it("a look-up says the same, and can be stopped", async () => {
    const { user, simulator, router } = await openAtRest();
    simulator.fault({ operation: "listAllAccounts", delayMs: 90_000, times: 1000 });
    const field = screen.getByRole("textbox", { name: "Find a person or an inquiry" });
    await user.type(field, "usr_2c5e88{Enter}");
    await act(() => vi.advanceTimersByTimeAsync(3_500));
    expect(held()).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(screen.getByRole("button", { name: "Go" })).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(held()).toBeNull();
    expect(field).toHaveValue("usr_2c5e88");
    expect(router.state.location.pathname).toBe("/settings");
  });

  it.each([
    ["/links", "listIssuedLinks", "Issued links"],
    ["/inquiries", "listIndexedInquiries", "Inquiries"],
  ] as const)("what the desk answers itself is not said to wait for Persona: %s", async (to, operation, name) => {
    const { router, simulator } = await openAtRest();
    simulator.fault({ operation, delayMs: 90_000, times: 1000 });
    await act(() => router.navigate({ to }));
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(screen.getByRole("table", { name })).toHaveAttribute("aria-busy", "true");
    expect(held()).toBeNull();
  });

  it("what is there already stays beside the word", async () => {
    const { router, simulator, queryClient } = await openAtRest();
    await act(() => router.navigate({ to: "/accounts" }));
    await waitFor(() => expect(rows()).toBeGreaterThan(0));
    simulator.fault({ operation: "listAllAccounts", status: 429, times: 1000 });
    act(() => void queryClient.invalidateQueries());
    await waitFor(() => expect(note()).toMatch(/trying again in \d+ s$/));
    expect(rows()).toBeGreaterThan(0);
  });
});
