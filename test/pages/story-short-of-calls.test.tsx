import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { pageRequests } from "@test/support/request-log";
import { inquiryOf } from "@test/support/seeded-inquiries";

const left = /Persona is busy and the events are left for later, so this is told from timestamps alone/;

/** Somebody opens two inquiries one after the other while few calls are left of Persona's minute. */
async function openTwo(rateLimit: number) {
  const simulator = resetSimulator({ rateLimit });
  const page = await renderApp(`/inquiries/${inquiryOf(simulator, "chloe-martin")}`);
  await screen.findByRole("region", { name: "Story" });
  expect(screen.queryByText(left)).not.toBeInTheDocument();
  const inquiryId = inquiryOf(simulator, "jack-thornton");
  await act(() => page.router.navigate({ to: "/inquiries/$inquiryId", params: { inquiryId } }));
  await screen.findByRole("heading", { level: 1, name: /Jack/ });
  const asked = () =>
    pageRequests(simulator).filter(({ operation, query }) => operation === "listAllEvents" && query.includes(inquiryId)).length;
  return { ...page, asked };
}

describe("while calls are short", () => {
  it("tells the story of the next inquiry from its own times, and says so", async () => {
    const { asked } = await openTwo(5);
    expect(await screen.findByText(left)).toBeVisible();
    expect(screen.getByText(/Submitted|was completed|The inquiry was created/)).toBeVisible();
    expect(asked()).toBe(0);
  });

  it("reads the events when somebody wants them", async () => {
    const { asked, user } = await openTwo(5);
    await user.click(await screen.findByRole("button", { name: "Read the events now" }));
    await waitFor(() => expect(screen.queryByText(left)).not.toBeInTheDocument());
    expect(asked()).toBe(1);
  });

  it("reads them for the list of raw events without being asked twice", async () => {
    const { asked, user } = await openTwo(6);
    await user.click(await screen.findByRole("link", { name: "See raw events" }));
    expect((await screen.findAllByText("inquiry.created"))[0]).toBeVisible();
    expect(asked()).toBe(1);
  });

  it("reads them by itself a minute later", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { asked } = await openTwo(5);
    expect(await screen.findByText(left)).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    await waitFor(() => expect(asked()).toBe(1));
    vi.useRealTimers();
  });

  it("changes nothing where there are enough", async () => {
    const { asked } = await openTwo(300);
    await waitFor(() => expect(asked()).toBe(1));
    expect(screen.queryByText(left)).not.toBeInTheDocument();
  });
});
