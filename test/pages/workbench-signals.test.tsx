import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openOfficial, regionNamed } from "@test/support/official-inquiry";
import type { PersonKey } from "@mocks/seed/people/all";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { pageRequests } from "@test/support/request-log";
import { inquiryOf } from "@test/support/seeded-inquiries";

async function open(person: PersonKey) {
  const app = await renderApp(`/inquiries/${inquiryOf(resetSimulator(), person)}`);
  await screen.findByRole("region", { name: "Verdict" });
  return app;
}

/** The last inquiry of the man who opened a general link four times: without a reference ID, on the phone that passed as another account. */
function walkIn(simulator: Simulator): string {
  const { inquirySessions, inquiries } = simulator.world().tables;
  const visits = [...inquirySessions.added()].map(({ relationships: { device, inquiry } }) => ({
    device: device.data?.id,
    of: inquiries.get(inquiry.data?.id ?? ""),
  }));
  const passed = visits.filter(({ of }) => of?.attributes.referenceId === null && of.attributes.status === "approved");
  const again = visits.find(({ device, of }) => of?.attributes.status === "pending" && passed.some((visit) => visit.device === device));
  if (again?.of === undefined) throw new Error("Nobody opened a general link on the same device twice");
  return again.of.id;
}

const signals = () => within(screen.getByRole("list", { name: "Signals" })).getAllByRole("link");

it("says under the verdict what is unusual, worst first, with units, and leads to each fact", async () => {
  const { user, router } = await open("ravi-menon");
  const labels = signals().map((link) => link.textContent);
  expect(labels[0]).toMatch(/^Tor\. /);
  expect(labels).toContainEqual(expect.stringMatching(/^Bot score 91 of 100\. /));
  expect(labels).toContainEqual(expect.stringMatching(/^Completed in 41\.7 s\. /));
  const verdict = screen.getByRole("region", { name: "Verdict" });
  expect(verdict.compareDocumentPosition(screen.getByRole("region", { name: "Signals" })) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();

  await user.click(screen.getByRole("link", { name: /^Bot score/ }));
  expect(router.state.location.search).toEqual({ panel: "facts" });
  expect(document.getElementById(router.state.location.hash)).toHaveTextContent("Bot score91 of 100");

  await user.click(screen.getByRole("link", { name: /^Tor/ }));
  expect(router.state.location.search).toEqual({ panel: "sessions" });
  expect(document.getElementById(router.state.location.hash)).toHaveTextContent("Tor");
});

it("shows six at first and the rest on one press, and on paper", async () => {
  const { user } = await open("ravi-menon");
  const pastes = screen.getByRole("link", { name: /^Pasted 11 times/ });
  expect(pastes.closest("li")).toHaveClass("hidden", "print:block");
  await user.click(regionNamed("Signals").getByRole("button", { name: /more$/ }));
  expect(pastes.closest("li")).not.toHaveClass("hidden");
});

it("tells that somebody else's inquiry was opened on the same device, and leads there", async () => {
  const { user, router } = await open("hugo-alvarez");
  const link = await screen.findByRole("link", { name: /^Same device as 1 other account, declined/ });
  await user.click(link);
  expect(router.state.location.search).toEqual({ panel: "sessions" });
  expect(document.getElementById(router.state.location.hash)).toHaveTextContent("usr_aa10f4");
  const other = within(screen.getByRole("list", { name: "Same device as 1 other account" })).getByRole("link");
  expect(other).toHaveAttribute("href", expect.stringContaining(inquiryOf(resetSimulator(), "stefan-novak")));
});

it("counts accounts, one person's too, and tells who restores access that the user may be in another inquiry", async () => {
  const simulator = resetSimulator();
  const { user } = await renderApp(`/inquiries/${walkIn(simulator)}`);
  await screen.findByRole("region", { name: "Verdict" });
  expect(await screen.findByRole("link", { name: /^Same device as 1 other account/ })).not.toHaveTextContent("declined");
  await user.keyboard("l");
  const theirs = await screen.findByText("Perhaps theirs, opened on the same device:");
  expect(within(theirs.parentElement ?? theirs).getAllByRole("link")).toHaveLength(1);
  expect(screen.getByText(/^On the same device 1 inquiry of another account was opened: whether it is the user's/)).toBeInTheDocument();
  expect(pageRequests(simulator).filter(({ operation }) => operation === "retrieveSharedDevices")).toHaveLength(1);
});

it("says nothing of devices that nobody else used", async () => {
  const { queryClient } = await open("ravi-menon");
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(screen.queryByText(/^Same device as/)).toBeNull();
});

it("says among the sessions that who else used the devices could not be read, and asks again", async () => {
  const simulator = resetSimulator();
  simulator.fault({ operation: "retrieveSharedDevices", status: 400 });
  const { user } = await renderApp(`/inquiries/${inquiryOf(simulator, "hugo-alvarez")}`);
  await screen.findByText(/Whether others used the same device could not be read/);
  expect(screen.queryByText(/^Same device as/)).toBeNull();
  await user.click(regionNamed("Behind the evidence").getByRole("button", { name: "Try again" }));
  expect(await screen.findAllByText(/^Same device as 1 other account/)).toHaveLength(2);
});

it("asks nothing about an inquiry that was never opened", async () => {
  const simulator = resetSimulator();
  const { queryClient } = await renderApp(`/inquiries/${inquiryOf(simulator, "dimitra-papadaki")}`);
  await screen.findByRole("region", { name: "Verdict" });
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(pageRequests(simulator).map(({ operation }) => operation)).not.toContain("retrieveSharedDevices");
});

it("tells of a journey that nobody makes", async () => {
  await open("oksana-bondar");
  expect(signals()[0]).toHaveTextContent(/^New York, then .*: 13,9\d0 km in 1\d min/);
});

it("tells that nothing is unusual, and nothing where nothing was recorded", async () => {
  const opened = {
    status: "expired",
    createdAt: "2026-03-01T09:00:00.000Z",
    startedAt: "2026-03-01T09:00:10.000Z",
    countryCode: "US",
    isTor: false,
  };
  const { unmount } = await openOfficial({ sessions: [{ type: "inquiry-session", attributes: opened }] });
  expect(regionNamed("Signals").getByText("Nothing unusual in the sessions or in how the flow was filled in.")).toBeVisible();
  unmount();
  await openOfficial({});
  expect(screen.queryByRole("region", { name: "Signals" })).toBeNull();
});
