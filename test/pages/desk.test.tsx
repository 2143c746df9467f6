import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, it, onTestFinished } from "vitest";
import { renderApp } from "@test/render-app";
import { calls, endFaults, late, repeated, slowEverything } from "@test/support/request-log";
import { resetSimulator, server } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";

const rescue = () => screen.getByRole("region", { name: "Expiring soon" });
const queue = () => screen.getByRole("region", { name: "Queue" });
const seen = () => screen.getByRole("region", { name: "Recently viewed" });

const statusCount = (simulator: Simulator, status: string) =>
  [...simulator.world().tables.inquiries.newestFirst()].filter(({ attributes }) => attributes.status === status).length;

/** Opens the desk over a world of today, since what expires soon depends on now. */
async function openDesk(before?: (simulator: Simulator) => void) {
  const simulator = resetSimulator({ startedAt: Date.now() });
  before?.(simulator);
  const app = await renderApp("/");
  await waitFor(() => expect(within(rescue()).getByRole("table")).toHaveAttribute("aria-busy", "false"));
  return app;
}

describe("the desk", () => {
  it("counts what waits, and each count leads to its list", async () => {
    const { simulator, user, router } = await openDesk();
    const waiting = statusCount(simulator, "needs_review");
    const link = await within(queue()).findByRole("link", { name: `${waiting} inquiries: Needs review` });
    expect(queue()).toHaveTextContent(/Oldest: \d+ (d|h|min)/);
    await user.click(link);
    await waitFor(() => expect(router.state.location.href).toBe("/review"));
  });

  it("says no more than it knows when there are more than it looked at", async () => {
    const simulator = resetSimulator({ startedAt: Date.now(), scenario: "large" });
    await renderApp("/");
    expect(await within(queue()).findByRole("link", { name: "100+ inquiries: Needs review" })).toBeVisible();
    expect(queue()).toHaveTextContent("Oldest of the newest 100:");
    expect(statusCount(simulator, "needs_review")).toBeGreaterThan(100);
  });

  it("lists open inquiries that expire next, soonest first, and says what was looked at", async () => {
    const { simulator } = await openDesk();
    const now = Date.now();
    const open = [...simulator.world().tables.inquiries.newestFirst()].filter(({ attributes: { status } }) =>
      ["created", "pending"].includes(status),
    );
    const expected = open
      .filter(({ attributes }) => attributes.redactedAt === null && Date.parse(attributes.expiresAt ?? "") > now)
      .toSorted((one, other) => Date.parse(one.attributes.expiresAt ?? "") - Date.parse(other.attributes.expiresAt ?? ""))
      .slice(0, 10)
      .map(({ attributes }) => attributes.referenceId ?? "No reference ID");
    const shown = within(rescue())
      .getAllByRole("rowheader")
      .map((cell) => cell.textContent);
    expect(shown).toEqual(expected);
    expect(shown.length).toBeGreaterThan(2);
    expect(rescue()).toHaveTextContent(`Out of all ${open.length} open inquiries.`);
  });

  it("says at which step each stopped, and who never opened their link", async () => {
    await openDesk();
    const row = (name: string) => within(within(rescue()).getByRole("row", { name: new RegExp(name) }));
    expect(row("usr_0d1387").getByText("Selfie")).toBeVisible();
    expect(within(rescue()).getAllByText("Never opened").length).toBeGreaterThan(0);
  });

  it("asks for two lists at once, and for nothing personal", async () => {
    const { simulator } = await openDesk((fresh) => slowEverything(fresh));
    expect(late(simulator)).toEqual([]);
    expect(repeated(simulator)).toEqual([]);
    expect(calls(simulator).toSorted()).toEqual([
      "GET /api/v1/inquiries?page[size]=100&filter[status]=created,pending",
      "GET /api/v1/inquiries?page[size]=100&filter[status]=needs_review",
      "GET /desk/v1/session",
    ]);
    for (const { query } of simulator.requests().filter(({ path }) => path === "/api/v1/inquiries")) {
      expect(new URLSearchParams(query).get("fields[inquiry]")).not.toMatch(/fields|note/);
    }
  });

  it("leaves the field by Escape, and opens a row by keys", async () => {
    const { user, router } = await openDesk();
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/inquiries\/inq_/));
  });
});

describe("people seen lately", () => {
  it("are nobody at first", async () => {
    await openDesk();
    expect(seen()).toHaveTextContent("People you open appear here.");
  });

  it("appear once opened, by reference ID, with one call for all of them", async () => {
    const { user, router, simulator } = await openDesk();
    await user.paste("usr_c41d55");
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { level: 1, name: "usr_c41d55" });
    await router.navigate({ to: "/" });
    const link = await within(await screen.findByRole("region", { name: "Recently viewed" })).findByRole("link", { name: /usr_c41d55/ });
    expect(link).toHaveTextContent("Approved");
    await user.click(link);
    expect(await screen.findByRole("heading", { level: 1, name: "usr_c41d55" })).toBeVisible();
    expect(repeated(simulator).filter((call) => call.includes("account-id"))).toEqual([]);
  });

  it("are several, each with where they stand", async () => {
    const { user, router } = await openDesk();
    for (const id of ["usr_c41d55", "usr_c41d09"]) {
      await user.click(screen.getByRole("textbox", { name: "Find a person or an inquiry" }));
      await user.paste(id);
      await user.keyboard("{Enter}");
      await screen.findByRole("heading", { level: 1, name: id });
    }
    await router.navigate({ to: "/" });
    const people = within(await screen.findByRole("region", { name: "Recently viewed" }));
    expect(await people.findByRole("link", { name: /usr_c41d55/ })).toHaveTextContent("Approved");
    expect(await people.findByRole("link", { name: /usr_c41d09/ })).toHaveTextContent("Pending");
  });

  it("whose browser storage was tampered with break nothing", async () => {
    localStorage.setItem("desk.people-seen", `<img>,act_1,${"act_x".repeat(500)},,../../etc,act_${"z".repeat(24)}`);
    await openDesk();
    expect(
      within(seen())
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["/accounts/act_1", `/accounts/act_${"z".repeat(24)}`]);
  });
});

describe("when it goes wrong", () => {
  const alerts = () => screen.queryAllByRole("alert");

  it.each([
    ["a session that ended", 401, /^You are signed out/],
    ["an error of Persona's", 500, /^Persona returned an error \(500\)/],
    ["a rate limit, with the time to wait", 429, /^Persona is busy.*You can try again in \d+ s\./],
    ["no connection", "network", /^No connection/],
  ] as const)("one cause is said once, with one way to try again: %s", async (_, status, words) => {
    const simulator = resetSimulator({ startedAt: Date.now() });
    simulator.fault({ operation: "listAllInquiries", status, times: 1000 });
    await renderApp("/");
    expect(await screen.findByRole("alert")).toHaveTextContent(words);
    expect(alerts()).toHaveLength(1);
    expect(screen.getAllByRole("button", { name: /^Try again/ })).toHaveLength(1);
    expect(within(queue()).getAllByText("Not known")).toHaveLength(2);
    expect(rescue()).toHaveTextContent("Not known.");
  });

  it("Persona's refusal of the desk's key is said once, offers no try that can't help, and signs nobody out", async () => {
    resetSimulator();
    const refusal = { errors: [{ title: "Must be authenticated to access this endpoint" }] };
    server.use(http.get("*/api/v1/inquiries", () => Response.json(refusal, { status: 401, headers: { "request-id": "req_of_persona" } })));
    onTestFinished(() => server.resetHandlers());
    await renderApp("/");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(/^Persona refused the desk's key/);
    expect(alert).toHaveTextContent("req_of_persona");
    expect(alerts()).toHaveLength(1);
    expect(screen.queryByRole("button", { name: /^Try again/ })).toBeNull();
    expect(screen.queryByText(/signed out|in a moment/i)).toBeNull();
    expect(within(queue()).getAllByText("Not known")).toHaveLength(2);
    expect(screen.getByRole("textbox", { name: "Find a person or an inquiry" })).toBeVisible();
  });

  it("one cause that is over brings everything with one try", async () => {
    const simulator = resetSimulator({ startedAt: Date.now() });
    simulator.fault({ operation: "listAllInquiries", status: 500, times: 1000 });
    const { user } = await renderApp("/");
    const alert = await screen.findByRole("alert");
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await within(rescue()).findByRole("table")).toBeVisible();
    expect(await within(queue()).findByRole("link", { name: /inquiries: Needs review/ })).toBeVisible();
    expect(alerts()).toEqual([]);
  });

  it.each([
    ["the list of what expires, whose number has no words of its own", 1, rescue, "Needs review"],
    ["the number of what waits", 0, queue, "Open"],
  ] as const)("what fails alone says so itself: %s", async (_, before, part, other) => {
    const simulator = resetSimulator({ startedAt: Date.now() });
    // what waits is asked for first; a fault that names nothing harms nothing
    if (before > 0) simulator.fault({ operation: "listAllInquiries", times: before });
    simulator.fault({ operation: "listAllInquiries", status: 500 });
    await renderApp("/");
    const alert = await within(part()).findByRole("alert");
    expect(alert).toHaveTextContent("Persona returned an error (500)");
    expect(await within(queue()).findByRole("link", { name: new RegExp(`inquiries: ${other}`) })).toBeVisible();
    expect(alerts()).toHaveLength(1);
  });

  it("an empty world has nothing to do", async () => {
    resetSimulator({ scenario: "empty" });
    await renderApp("/");
    expect(await screen.findByText("Nobody is about to lose access")).toBeVisible();
    expect(await within(queue()).findByRole("link", { name: "0 inquiries: Needs review" })).toBeVisible();
  });
});
