import { act, configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";
import { calls, endFaults, late, pageRequests, repeated, slowEverything } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";

// Whether something is visible is computed element by element, which takes seconds in a table of fifty rows. Popovers never open here.
configure({ defaultHidden: true });

// People of the demo, all on the first page: see the seed for what each of them shows.
const completed = "usr_r3p001";
const created = "usr_7a90bc";
const inReview = "usr_6b2d18";
const diligence = "usr_k4a044";

const table = () => screen.getByRole("table", { name: "Inquiries" });
const rowsOf = (referenceId: string) => within(table()).queryAllByRole("link", { name: referenceId });
const firstRow = () => within(table()).getAllByRole("rowheader")[0]?.textContent;

/** Opens the list and waits for its rows. */
async function openList(path = "/inquiries", options?: Parameters<typeof renderApp>[1]) {
  const app = await renderApp(path, options);
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  return app;
}

const idOf = (simulator: Simulator, name: string): string => {
  for (const { id, attributes } of simulator.world().tables.inquiryTemplates.newestFirst()) if (attributes.name === name) return id;
  throw new Error(`No template ${name}`);
};

describe("the list of inquiries", () => {
  it("shows who, in which status, on which template, newest first", async () => {
    const { simulator } = await openList();
    const row = rowsOf(completed)[0]?.closest("tr");
    expect(row).toHaveTextContent(/Completed.*KYC: government ID and selfie/);
    const [newest] = simulator.world().tables.inquiries.newestFirst();
    expect(firstRow()).toBe(newest?.attributes.referenceId);
    expect(screen.getByText("50 inquiries on this page, newest first")).toBeVisible();
  });

  it("says how many there are in all and how fresh that is, once the page is at rest", async () => {
    const { simulator } = await openList("/inquiries?status=approved");
    const approved = [...simulator.world().tables.inquiries.newestFirst()].filter(({ attributes }) => attributes.status === "approved");
    const said = await screen.findByText(/in all/, {}, { timeout: 4_000 });
    expect(said).toHaveTextContent(new RegExp(`^· ${approved.length} in all · (last change heard of|compared with Persona) .+`));
  });

  it("makes a row of few elements, since fifty are made at once", async () => {
    await openList();
    // the rows beyond the window are drawn second
    await waitFor(() => expect(within(table()).getAllByRole("row").length).toBeGreaterThan(40));
    const [heads, ...rows] = within(table()).getAllByRole("row");
    expect(heads).toHaveTextContent("Reference IDStatusTemplateCreatedIn status sinceExpiresInquiry ID");
    // a mark that redaction or a claim adds is not every row's
    const plain = rows.filter((row) => !/Redacted|working on this/.test(row.textContent ?? ""));
    expect(plain.length).toBeGreaterThan(40);
    expect(Math.max(...plain.map((row) => row.querySelectorAll("*").length))).toBeLessThanOrEqual(14);
  });

  it("asks once for each thing, all at the same time, and Persona for no list", async () => {
    const simulator = resetSimulator();
    slowEverything(simulator);
    await openList();
    await screen.findAllByText(/KYC: government/);
    expect(late(simulator)).toEqual([]);
    expect(repeated(simulator)).toEqual([]);
    expect(calls(simulator).toSorted()).toEqual([
      "GET /api/v1/inquiry-templates?page[size]=100",
      "GET /desk/v1/inquiries?page[size]=50",
      "GET /desk/v1/saved-views",
      "GET /desk/v1/session",
    ]);
  });

  it("opens a row by keys alone", async () => {
    const { user, router } = await openList();
    await user.keyboard("jj");
    expect(rowsOf("usr_d01c82")[0]).toHaveFocus();
    await user.keyboard("k");
    expect(rowsOf(completed)[0]).toHaveFocus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/inquiries\/inq_/));
  });
});

describe("filters", () => {
  it.each([
    ["status", "status=completed,needs_review", [completed, inReview], [created]],
    ["reference ID, whatever its letter case", `reference=${inReview.toUpperCase()}`, [inReview], [completed, created]],
    ["a day in the future", "from=2999-01-01", [], [completed, created, inReview]],
    ["a day long past", "to=2001-01-01", [], [completed, created, inReview]],
  ])("by %s in the address leave out the others", async (_, query, stay, go) => {
    await openList(`/inquiries?${query}`);
    expect(stay.filter((referenceId) => rowsOf(referenceId).length === 0)).toEqual([]);
    expect(go.filter((referenceId) => rowsOf(referenceId).length > 0)).toEqual([]);
  });

  it("by template leave out those of another", async () => {
    const simulator = resetSimulator();
    await openList(`/inquiries?template=${idOf(simulator, "KYC: government ID and selfie")}`);
    expect(rowsOf(completed)).not.toHaveLength(0);
    expect(rowsOf(diligence)).toHaveLength(0);
  });

  it("are chosen on the page, kept in the address, and undone by Back", async () => {
    const { user, router } = await openList();
    expect(rowsOf(created)).toHaveLength(1);
    await openPopover(user, "Filter by status");
    await user.click(screen.getByLabelText("Completed"));
    await waitFor(() => expect(rowsOf(created)).toHaveLength(0));
    expect(router.state.location.searchStr).toBe("?status=completed");
    await user.click(screen.getByLabelText("Failed"));
    await waitFor(() => expect(router.state.location.searchStr).toBe("?status=completed,failed"));
    expect(screen.getByRole("button", { name: "Status: Completed or Failed" })).toBeVisible();

    router.history.back();
    router.history.back();
    await waitFor(() => expect(rowsOf(created)).toHaveLength(1));
    expect(screen.getByLabelText("Completed")).not.toBeChecked();
  });

  it("by reference ID ask when the ID is complete, not at each keystroke", async () => {
    const { user, simulator } = await openList();
    const before = pageRequests(simulator).length;
    await user.type(await screen.findByRole("textbox", { name: "Reference ID" }), inReview);
    expect(pageRequests(simulator)).toHaveLength(before);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(rowsOf(completed)).toHaveLength(0));
    expect(rowsOf(inReview)).not.toHaveLength(0);
    expect(calls(simulator).filter((call) => call.includes("filter[reference-id]"))).toHaveLength(1);
  });

  it.each([
    ["12.04.1994", "a birth date"],
    ["ada(at)example.com", "an e-mail address"],
  ])("by reference ID neither ask for %s nor put it into the address", async (typed, look) => {
    const { user, router, simulator } = await openList();
    await user.type(await screen.findByRole("textbox", { name: "Reference ID" }), `${typed}{Enter}`);
    expect(await screen.findByText(new RegExp(`It looks like ${look}, which does not go into an address`))).toBeVisible();
    expect(router.state.location.searchStr).toBe("");
    expect(calls(simulator).filter((call) => call.includes("reference-id"))).toEqual([]);
  });

  it("by reference ID open what a link to this desk names, on Enter and not on leaving the field", async () => {
    const { user, router, simulator } = await openList();
    const [newest] = simulator.world().tables.inquiries.newestFirst();
    await user.click(await screen.findByRole("textbox", { name: "Reference ID" }));
    await user.paste(`http://localhost/#/inquiries/${newest?.id}`);
    expect(await screen.findByText("This names a page of the desk: press Enter to open it.")).toBeVisible();
    await user.tab();
    expect(router.state.location.href).toBe("/inquiries");
    await user.click(await screen.findByRole("textbox", { name: "Reference ID" }));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/inquiries/${newest?.id}`));
    expect(calls(simulator).filter((call) => call.includes("reference-id]=inq_"))).toEqual([]);
  });

  it("start again at the first page", async () => {
    const { user, router } = await openList();
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(router.state.location.searchStr).toMatch(/^\?after=W/));
    await openPopover(user, "Filter by status");
    await user.click(screen.getByLabelText("Expired"));
    await waitFor(() => expect(router.state.location.searchStr).toBe("?status=expired"));
  });

  it("with a reference ID that holds an invisible character offers it without, a step away", async () => {
    const { user, router } = await openList(`/inquiries?reference=${encodeURIComponent(`\u200B${inReview}`)}`);
    expect(await screen.findByText(/There is an invisible character in it\.$/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: `Look for ${inReview}` }));
    expect(await screen.findByRole("link", { name: inReview })).toBeVisible();
    expect(router.state.location.search).toEqual({ reference: inReview });
  });

  it("that nobody meets are named, with the way to widen them", async () => {
    const { user, router } = await openList("/inquiries?status=failed&reference=nobody-at-all");
    expect(screen.getByText("No inquiry matches")).toBeVisible();
    expect(screen.getByText(/Looked for status Failed and reference ID “nobody-at-all”/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Any reference ID" }));
    await waitFor(() => expect(router.state.location.searchStr).toBe("?status=failed"));
    expect(await within(table()).findAllByText("Failed")).not.toHaveLength(0);
  });

  it("cleared with one button", async () => {
    const { user, router } = await openList("/inquiries?status=failed&from=2020-01-01");
    await user.click(screen.getByRole("button", { name: "Clear filters" }));
    await waitFor(() => expect(router.state.location.searchStr).toBe(""));
  });

  it.each([
    ["country=DE", "“country”: this list has no such filter."],
    ["Ada+Lovelace=x", "something else: this list has no such filter."],
  ])("that the list can't do (%s) are said, and leave the address when that is dismissed", async (query, said) => {
    const { user, router } = await openList(`/inquiries?status=completed&${query}`);
    expect(await screen.findByText(`This address asks for ${said}`)).toBeVisible();
    expect(rowsOf(completed)).not.toHaveLength(0);
    const entries = router.history.length;
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText(/This address asks for/)).toBeNull());
    expect(router.state.location.searchStr).toBe("?status=completed");
    expect(router.history).toHaveLength(entries);
  });

  it("that the list can't do leave the address with the next filter, too", async () => {
    const { user, router } = await openList("/inquiries?country=DE&order=name");
    expect(await screen.findByText("This address asks for “country” and “order”: this list has no such filter.")).toBeVisible();
    await openPopover(user, "Filter by status");
    await user.click(screen.getByLabelText("Completed"));
    await waitFor(() => expect(router.state.location.searchStr).toBe("?status=completed"));
    await waitFor(() => expect(screen.queryByText(/This address asks for/)).toBeNull());
  });

  it.each(["/inquiries?status=%00&from=nonsense&after=../../x&size=0", "/inquiries?template=itmpl_&before=inq_&to=2026-99-99"])(
    "written by hand into %s break nothing",
    async (path) => {
      await openList(path);
      expect(rowsOf(completed)).not.toHaveLength(0);
    },
  );
});

describe("pages", () => {
  it("follow each other without a gap, and Back returns to the one before", async () => {
    const { user } = await openList();
    const first = within(table())
      .getAllByRole("row")
      .map((row) => row.textContent);
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(firstRow()).not.toBe(completed));
    await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
    const second = within(table())
      .getAllByRole("row")
      .map((row) => row.textContent);
    expect(second.slice(1).filter((row) => first.includes(row))).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Previous" }));
    await waitFor(() => expect(firstRow()).toBe(completed));
  });

  it("are restored by Back, filters and all", async () => {
    const { user, router } = await openList("/inquiries?status=approved");
    const first = firstRow();
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(firstRow()).not.toBe(first));
    await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
    const there = router.state.location.searchStr;
    const shown = firstRow();
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/inquiries\/inq_/));
    router.history.back();
    await waitFor(() => expect(router.state.location.searchStr).toBe(there));
    await waitFor(() => expect(firstRow()).toBe(shown));
  });

  it("say that they are the first and the last", async () => {
    await openList(`/inquiries?reference=${inReview}`);
    expect(screen.getByRole("button", { name: /Next.*This is the last page/ })).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("button", { name: /Previous.*This is the first page/ })).toHaveAttribute("aria-disabled", "true");
  });
});

describe("when it goes wrong", () => {
  it("keeps the filters, says so, and tries again", async () => {
    const simulator = resetSimulator();
    for (const operation of ["listIndexedInquiries", "listAllInquiries"]) simulator.fault({ operation, status: 503, times: 1000 });
    const { user } = await renderApp("/inquiries?status=failed");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(/Persona returned an error \(503\).*Nothing was changed.*Request ID req_/);
    expect(screen.getByRole("button", { name: "Status: Failed" })).toBeVisible();
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("table", { name: "Inquiries" })).toBeVisible();
  });

  it("names the permission that is missing", async () => {
    resetSimulator({ permissions: ["account.read"] }).fault({ operation: "listIndexedInquiries", status: 503 });
    await renderApp("/inquiries");
    expect(await screen.findByRole("alert")).toHaveTextContent(/not allowed.*inquiry\.read/);
  });

  it("without template names shows their IDs", async () => {
    resetSimulator().fault({ operation: "listAllInquiryTemplates", status: 500, times: 1000 });
    await openList();
    expect(rowsOf(completed)[0]?.closest("tr")).toHaveTextContent(/itmpl_/);
  });

  it("an empty world says that there is nothing yet", async () => {
    await openList("/inquiries", { scenario: "empty" });
    expect(screen.getByText("There are no inquiries yet")).toBeVisible();
  });
});

describe("an address that can't be read wholly", () => {
  it("keeps the status that is known and names the other", async () => {
    const { router, simulator } = await renderApp("/inquiries?status=Marked for review,in review");
    expect(await screen.findByText(/no status is called so: “in review”/)).toBeVisible();
    expect(router.state.location.search).toMatchObject({ status: "needs_review" });
    const lists = simulator.requests().filter(({ path }) => path === "/desk/v1/inquiries");
    expect(lists.map(({ query }) => new URLSearchParams(query).get("filter[status]"))).toEqual(["needs_review"]);
  });

  it("tells a status that nobody has documented, and loses it with one press", async () => {
    const { user, router } = await renderApp("/inquiries?status=foo,approved&decided-to=last year");
    const notice = (await screen.findByText(/knows no status called “foo”; the list is asked for it/)).closest("[role=status]");
    expect(notice).toHaveTextContent(/can't be read: “decided-to”/);
    await user.click(screen.getByRole("button", { name: "Take it out of the address" }));
    await waitFor(() => expect(router.history.location.search).toBe("?status=approved"));
    await waitFor(() => expect(screen.queryByText(/knows no status/)).not.toBeInTheDocument());
  });

  it("loses the secret in it, and says so", async () => {
    const { router, simulator } = await renderApp("/inquiries?reference=persona_production_0a1b2c3d4e5f");
    expect(await screen.findByText(/held a session token, a key or a one-time link/)).toBeVisible();
    expect(router.history.location.href).not.toContain("persona_production");
    expect(JSON.stringify(simulator.requests())).not.toContain("persona_production");
  });
});

describe("an address that is typed over in place", () => {
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

  it.each([
    ["/inquiries", `?status=pending&reference=${token}`, "status=pending"],
    ["/inquiries", `?status=pending&session-token=${token}`, "status=pending"],
    ["/inquiries", `?status=pending#session-token=${token}`, "status=pending"],
    ["/accounts", `?reference-id=${token}`, ""],
    ["/accounts", `?session-token=${token}`, ""],
    ["/accounts", `#session-token=${token}`, ""],
  ])("keeps no secret in the bar, in place: %s%s", async (path, typed, kept) => {
    const { router, simulator } = await renderApp(path, {});
    await screen.findAllByRole("link");
    const before = router.history.length;
    act(() => router.history.push(`${path}${typed}`));
    await waitFor(() => expect(router.history.location.href).not.toContain("eyJ"));
    expect(router.history).toHaveLength(before + 1);
    expect(router.history.location.pathname).toBe(path);
    expect(router.history.location.search).toContain(kept);
    expect(JSON.stringify(simulator.requests())).not.toContain("eyJ");
  });
});

describe("the filter by reference ID", () => {
  it.each([
    ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl", "", /not kept/],
    ["an e-mail address", "t.person@example.com", "t.person@example.com", /does not go into an address/],
  ])("does not put %s into the address", async (_, pasted, left, words) => {
    const { user, router, simulator } = await renderApp("/inquiries");
    const filter = await screen.findByRole("textbox", { name: "Reference ID" });
    await user.click(filter);
    await user.paste(pasted);
    expect(await screen.findByText(words)).toBeVisible();
    expect(filter).toHaveValue(left);
    await user.keyboard("{Enter}");
    expect(await screen.findByText(words)).toBeVisible();
    expect(router.state.location.href).toBe("/inquiries");
    expect(JSON.stringify(simulator.requests())).not.toContain(pasted);
  });
});
