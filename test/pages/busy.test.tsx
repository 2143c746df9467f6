import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shouldRetryRead } from "@/api/query-client";
import { resetSimulator } from "@mocks/node";
import { renderApp } from "@test/render-app";
import { endFaults } from "@test/support/request-log";

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

const note = () => screen.queryByText(/^Persona is busy, trying again/)?.textContent;
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
    simulator.fault({ operation: "listAllInquiries", status: 429, times: 1000 });
    await act(() => router.navigate({ to: "/inquiries" }));
    await waitFor(() => expect(note()).toMatch(/^Persona is busy, trying again in \d+ s$/));
    expect(screen.getByRole("table", { name: "Inquiries" })).toHaveAttribute("aria-busy", "true");
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

  it("what is there already stays beside the word", async () => {
    const { router, simulator, queryClient } = await openAtRest();
    await act(() => router.navigate({ to: "/inquiries" }));
    await waitFor(() => expect(rows()).toBeGreaterThan(0));
    simulator.fault({ operation: "listAllInquiries", status: 429, times: 1000 });
    act(() => void queryClient.invalidateQueries());
    await waitFor(() => expect(note()).toMatch(/trying again in \d+ s$/));
    expect(rows()).toBeGreaterThan(0);
  });
});
