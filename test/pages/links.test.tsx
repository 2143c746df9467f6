import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { calls, endFaults, repeated } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { SimulatorOptions } from "@mocks/simulator";
import { openLink } from "@mocks/world/session/end-user";

// Whether something is visible is computed element by element, which takes seconds in a table.
configure({ defaultHidden: true });

const table = () => screen.getByRole("table", { name: "Issued links" });
const rows = () => within(table()).getAllByRole("row").slice(1);

async function openLinks(path = "/links", options: Partial<SimulatorOptions> = { role: "support" }) {
  const app = await renderApp(path, options);
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  return app;
}

describe("the ledger of links", () => {
  it("says for which inquiry, until when, by whom, and that the links are kept nowhere", async () => {
    const { simulator } = await openLinks();
    const live = rows().find((row) => row.textContent.includes("Live"));
    expect(live).toHaveTextContent(/inq_.*Live.*left.*One-time link.*ago.*Jonas Abara.*Open inquiry/);
    const lapsed = rows().find((row) => row.textContent.includes("Lapsed"));
    expect(lapsed).toHaveTextContent(/Lapsed.*ago.*Issue a new one/);
    expect(screen.getByText(/The links themselves are kept nowhere/)).toBeVisible();
    expect(repeated(simulator)).toEqual([]);
  });

  it("leads back from an older page that was loaded afresh", async () => {
    await openLinks();
    const all = rows().map((row) => row.textContent);
    cleanup();
    const { user, router } = await openLinks(`/links?after=${all.length - 1}`);
    expect(rows()).toHaveLength(all.length - 2);
    await user.click(screen.getByRole("button", { name: "Previous" }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(router.state.location.search).toEqual({ before: String(all.length - 2) });
    expect(screen.getByRole("button", { name: /Previous.*This is the first page/ })).toHaveAttribute("aria-disabled", "true");
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(rows()).toHaveLength(all.length - 2));
  });

  it("says that a link was opened, and how soon", async () => {
    const simulator = resetSimulator({ role: "support" });
    const { hidden, tables } = simulator.world();
    const link = [...hidden.oneTimeLinks.values()].find(
      ({ inquiryId }) => tables.inquiries.get(inquiryId)?.attributes.referenceId === "cus-106044",
    );
    openLink(simulator.world(), { link: link?.url ?? "" });
    await renderApp("/links?state=opened");
    await waitFor(() => expect(rows().length).toBeGreaterThan(0));
    expect(rows().every((row) => row.textContent.includes("Opened"))).toBe(true);
    expect(rows().find((row) => row.textContent.includes("cus-106044"))).toHaveTextContent(/Opened.*after 1 h.*Issue a new one/);
  });

  it("holds no link", async () => {
    const { container } = await openLinks();
    expect(container.innerHTML).not.toMatch(/code=|one-time-link\/|verify\?/);
  });

  it("leads to the inquiry, where a new one is issued, by keys alone", async () => {
    const { user, router } = await openLinks("/links?state=lapsed");
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/inquiries\/inq_/));
    expect(await screen.findByRole("button", { name: /^Restore access/ })).toBeVisible();
  });

  it("has a link that was just issued, for whom and by whom, until the earlier end, and the one before is superseded", async () => {
    const { user, router, simulator } = await openLinks("/links?state=live");
    const [before] = rows();
    const inquiryId = within(before!).getAllByRole("link")[0]?.getAttribute("href")?.split("/").pop();
    await user.click(within(before!).getByRole("link", { name: /^Open inquiry/ }));
    await user.click(await screen.findByRole("button", { name: /^Restore access/ }));
    await user.selectOptions(await screen.findByRole("combobox", { name: "The link works for" }), "7 days, a new link");
    await user.click(await screen.findByRole("button", { name: /Copy a one-time link/ }));
    await screen.findByText(/The link is/);
    await router.navigate({ to: "/links", search: { inquiry: inquiryId } });
    await waitFor(() => expect(rows()).toHaveLength(2));
    // it ends with its inquiry, which does not last for seven days
    expect(rows()[0]).toHaveTextContent(/Live.*cus-106044.*\d+ h left · inquiry.*just now.*Jonas Abara/);
    expect(rows()[1]).toHaveTextContent("Superseded");

    const world = simulator.world();
    const link = [...world.hidden.oneTimeLinks.values()].findLast((one) => one.inquiryId === inquiryId);
    openLink(world, { link: link?.url ?? "", device: { key: "scanner", session: { isDatacenter: true } } });
    await router.navigate({ to: "/links", search: { inquiry: inquiryId, state: "opened" } });
    await waitFor(() => expect(rows()[0]).toHaveTextContent(/Opened.*after .*a mail scanner\?/));

    cleanup();
    await renderApp(`/inquiries/${inquiryId}`);
    expect(await screen.findByText("The inquiry was opened, perhaps by a mail scanner.")).toBeVisible();
  });
});

describe("filters", () => {
  it("by state and by oneself stand in the address", async () => {
    const { user, router, simulator } = await openLinks();
    await user.selectOptions(screen.getByRole("combobox", { name: "State" }), "State: lapsed");
    await waitFor(() => expect(router.state.location.searchStr).toBe("?state=lapsed"));
    await waitFor(() => expect(rows().every((row) => row.textContent.includes("Lapsed"))).toBe(true));
    await user.selectOptions(screen.getByRole("combobox", { name: "Issued by" }), "Issued by: you");
    await waitFor(() => expect(router.state.location.searchStr).toMatch(/^\?state=lapsed&by=user_/));
    const asked = () => calls(simulator).filter((call) => /filter\[issued-by\]=user_\w+&filter\[state\]=lapsed/.test(call));
    await waitFor(() => expect(asked()).toHaveLength(1));
  });

  it("that nothing meets say so, with the way to widen them", async () => {
    const { user, router } = await openLinks("/links?state=superseded&inquiry=inq_nobody");
    expect(screen.getByText("No link matches")).toBeVisible();
    expect(screen.getByRole("navigation", { name: "Pages" })).toHaveTextContent(/^Nothing to show/);
    await user.click(screen.getByRole("button", { name: "For any inquiry" }));
    await waitFor(() => expect(router.state.location.searchStr).toBe("?state=superseded"));
  });

  it.each(["/links?state=open&by=%00&inquiry=../../x", "/links?after=%20"])("written by hand into %s break nothing", async (path) => {
    await openLinks(path);
    expect(rows().length).toBeGreaterThan(0);
  });
});

describe("when it goes wrong", () => {
  it("says so and tries again", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "listIssuedLinks", status: 503, times: 1000 });
    const { user } = await renderApp("/links");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(/503.*Nothing was changed/);
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(rows().length).toBeGreaterThan(0));
  });
});
