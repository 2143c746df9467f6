import { configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { failAnswers } from "@test/support/failing-answers";
import { openPopover } from "@test/support/open-popover";
import { calls } from "@test/support/request-log";

// Whether something is visible is computed element by element, which takes seconds in a table.
configure({ defaultHidden: true });

const table = () => screen.getByRole("table", { name: "Inquiries" });
const head = (name: string) => within(table()).getByRole("columnheader", { name });
/** The times of a column, from the top, as they are in the page. */
function timesIn(name: string): string[] {
  const column = within(table()).getAllByRole("columnheader").indexOf(head(name));
  const rows = within(table()).getAllByRole("row").slice(1);
  return rows.flatMap((row) => row.children[column]?.querySelector("time")?.dateTime ?? []);
}

async function openList(path: string) {
  const app = await renderApp(path);
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  return app;
}

describe("the order of the list", () => {
  it("is that of the head that is followed, and turned round by following it again", async () => {
    const { user, router } = await openList("/inquiries?status=approved");
    expect(head("Created")).toHaveAttribute("aria-sort", "descending");
    await user.click(within(head("In status since")).getByRole("link"));
    await waitFor(() => expect(head("In status since")).toHaveAttribute("aria-sort", "ascending"));
    expect(head("Created")).not.toHaveAttribute("aria-sort");
    expect(router.state.location.search).toEqual({ status: "approved", sort: "status-since" });
    await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
    const times = timesIn("In status since");
    expect(times.length).toBeGreaterThan(10);
    expect(times).toEqual(times.toSorted());
    expect(screen.getByText(/on this page, first to change status first$/)).toBeVisible();

    await user.click(within(head("In status since")).getByRole("link"));
    await waitFor(() => expect(head("In status since")).toHaveAttribute("aria-sort", "descending"));
    expect(router.state.location.search).toEqual({ status: "approved", sort: "-status-since" });
  });

  it("shows by when they were decided, where that is what the address asks for", async () => {
    const { simulator } = await openList("/inquiries?status=approved&decided-to=2999-01-01&sort=decisioned-at");
    const times = timesIn("Decided");
    expect(times.length).toBeGreaterThan(10);
    expect(times).toEqual(times.toSorted());
    expect(calls(simulator).filter((call) => call.startsWith("GET /api/v1/inquiries?"))).toEqual([]);
  });

  it("is not offered over Persona's own list, which has but one", async () => {
    failAnswers("*/desk/v1/inquiries", "500");
    await openList("/inquiries?sort=decisioned-at&tag=vip");
    expect(await screen.findByText(/It can't be filtered by tag, so that is left out\. It can't be sorted otherwise\.$/)).toBeVisible();
    expect(within(head("Created")).queryByRole("link")).toBeNull();
    expect(screen.getByText(/on this page, newest first$/)).toBeVisible();
  });
});

describe("the filters that are asked for less often", () => {
  it("are chosen in their own panel, told beside the others, and taken away one by one", async () => {
    const { user, router } = await openList("/inquiries?status=needs_review");
    await screen.findByRole("button", { name: "More filters" });
    await openPopover(user, "More filters");
    await user.selectOptions(await screen.findByLabelText("In its status for"), "7");
    await waitFor(() => expect(router.state.location.search).toEqual({ status: "needs_review", age: "7" }));
    await user.type(screen.getByLabelText("Account ID"), "usr_1{Enter}");
    expect(await screen.findByText("An account's ID begins with act_.")).toBeInTheDocument();
    expect(router.state.location.search).toEqual({ status: "needs_review", age: "7" });
    await user.click(screen.getByRole("button", { name: "Take away: in its status for 7 days or longer" }));
    await waitFor(() => expect(router.state.location.search).toEqual({ status: "needs_review" }));
  });

  it("leave out those that have had their status for a shorter while", async () => {
    const { simulator } = await openList("/inquiries?status=needs_review&age=7&sort=-status-since");
    const weekAgo = simulator.world().clock.now() - 7 * 86_400_000;
    const times = timesIn("In status since").map((time) => Date.parse(time));
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((time) => time > weekAgo)).toEqual([]);
  });
});
