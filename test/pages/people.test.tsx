import { configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { calls, endFaults, late, repeated, slowEverything } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";

// Whether something is visible is computed element by element, which takes seconds in a table of fifty rows.
configure({ defaultHidden: true });

const table = () => screen.getByRole("table", { name: "People" });
const rowOf = (referenceId: string) => within(table()).queryByText(referenceId)?.closest("tr");

async function openPeople(path = "/accounts", options?: Parameters<typeof renderApp>[1]) {
  const app = await renderApp(path, options);
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  return app;
}

describe("the table of people", () => {
  it("shows who, newest first, with the name behind its veil", async () => {
    const { user } = await openPeople();
    expect(rowOf("usr_r3p001")).toHaveTextContent(/^usr_r3p001E••• C•••/);
    expect(document.body).not.toHaveTextContent(/Emeka|Castellanos/);
    const veiled = rowOf("usr_r3p001")?.textContent;
    await user.click(screen.getByRole("button", { name: "Show names" }));
    await screen.findByRole("button", { name: "Hide names" });
    expect(rowOf("usr_r3p001")?.textContent).not.toBe(veiled);
    expect(rowOf("usr_r3p001")).not.toHaveTextContent("•");
  });

  it("makes a row of few elements, with all that it tells of the latest inquiry", async () => {
    await openPeople();
    await within(table()).findAllByText("Needs review");
    const rows = within(table()).getAllByRole("row");
    // tags are not every row's, nor is the mark of redaction
    const sizes = rows.map((row) => row.querySelectorAll("*").length).toSorted((one, other) => one - other);
    expect(sizes[Math.floor(rows.length / 2)]).toBeLessThanOrEqual(14);
  });

  it("asks for one page, and of the fields only for the name", async () => {
    const simulator = resetSimulator();
    slowEverything(simulator);
    await openPeople();
    expect(late(simulator)).toEqual([]);
    expect(repeated(simulator)).toEqual([]);
    expect(calls(simulator).toSorted()).toEqual(["GET /api/v1/accounts?page[size]=50", "GET /desk/v1/session"]);
    const list = simulator.requests().find(({ path }) => path === "/api/v1/accounts");
    expect(new URLSearchParams(list?.query).get("fields[account]")).toMatch(/(^|,)fields\.name$/);
  });

  it("turns pages, and Back returns", async () => {
    const { user, router } = await openPeople();
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(router.state.location.searchStr).toMatch(/^\?after=act_/));
    await waitFor(() => expect(rowOf("usr_r3p001")).toBeUndefined());
    router.history.back();
    await waitFor(() => expect(rowOf("usr_r3p001")).toBeDefined());
  });

  it("opens a person by keys alone", async () => {
    const { user, router } = await openPeople();
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/accounts\/act_/));
  });
});

describe("reference IDs", () => {
  it("that one person has lead straight to that person, and Back to where one came from", async () => {
    const { user, router } = await openPeople();
    await user.type(screen.getByRole("textbox", { name: "Reference IDs" }), "USR_C41D09{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "usr_c41d09" })).toBeVisible();
    expect(router.state.location.pathname).toMatch(/^\/accounts\/act_/);
    router.history.back();
    await waitFor(() => expect(router.state.location.href).toBe("/accounts"));
    expect(await screen.findByRole("table", { name: "People" })).toBeVisible();
  });

  it("become one table of hits and misses, in the order given; others disappear", async () => {
    const { router } = await openPeople("/accounts?reference-id=cus-108120,nobody-1,usr_c41d09");
    const references = within(table())
      .getAllByRole("rowheader")
      .map((cell) => cell.textContent);
    expect(references).toEqual(["cus-108120", "nobody-1", "usr_c41d09"]);
    expect(rowOf("nobody-1")).toHaveTextContent("Nobody has this reference ID");
    expect(within(table()).getByRole("link", { name: "Inquiries of nobody-1" })).toHaveAttribute("href", "/inquiries?reference=nobody-1");
    expect(rowOf("usr_r3p001")).toBeUndefined();
    expect(screen.getByText("2 of 3 reference IDs found")).toBeVisible();
    expect(router.state.location.pathname).toBe("/accounts");
  });

  it("pasted as a column of a spreadsheet are read one by one", async () => {
    const { user, router } = await openPeople();
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste("usr_c41d09\r\ncus-108120\r\n");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.searchStr).toBe("?reference-id=usr_c41d09,cus-108120"));
    expect(await screen.findByText("2 of 2 reference IDs found")).toBeVisible();
  });

  it("of a sheet are the column of IDs alone, before anything is sent", async () => {
    const { user, router, simulator } = await openPeople();
    const before = simulator.requests().length;
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste("reference_id\tname\temail\nusr_c41d09\tTest Person\tt.person@example.com\ncus-108120\tOther Person\to@example.com");
    expect(screen.getByText("2 columns and 1 heading were left out and not sent.")).toBeVisible();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.searchStr).toBe("?reference-id=usr_c41d09,cus-108120"));
    expect(await screen.findByText("2 of 2 reference IDs found")).toBeVisible();
    expect(screen.getByText("2 columns and 1 heading were left out and not sent.")).toBeVisible();
    expect(
      simulator
        .requests()
        .slice(before)
        .map(({ query }) => decodeURIComponent(query))
        .join(" "),
    ).not.toMatch(/Person|example\.com|reference_id/);
  });

  it.each([
    ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"],
    ["a key", "persona_production_0a1b2c3d4e5f"],
    ["a link with a token", "https://inquiry.withpersona.com/verify?session-token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"],
  ])("hold no secret, in the field or in the address: %s", async (_, secret) => {
    const { user, router, simulator } = await openPeople();
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste(secret);
    expect(screen.getByRole("textbox", { name: "Reference IDs" })).toHaveValue("");
    expect(screen.getByText(/not kept/)).toBeVisible();
    await router.navigate({ to: "/accounts", search: { "reference-id": secret } });
    await waitFor(() => expect(router.state.location.href).toBe("/accounts"));
    expect(screen.getByText(/not kept/)).toBeVisible();
    expect(JSON.stringify(simulator.requests())).not.toMatch(/eyJ|persona_production/);
  });

  it("are told apart by their latest inquiry, read with one call once the page stands", async () => {
    const { simulator } = await openPeople();
    const row = (await screen.findByRole("link", { name: "usr_6b2d18" })).closest("tr");
    await waitFor(() => expect(row).toHaveTextContent("Needs review"), { timeout: 5_000 });
    const asked = simulator.requests().filter(({ operation }) => operation === "listAllInquiries");
    expect(asked).toHaveLength(1);
  });

  it("are all asked for, however many, with a way to stop and to go on", async () => {
    const simulator = resetSimulator();
    const { user, router } = await openPeople();
    const many = Array.from({ length: 399 }, (_, index) => `nobody-${index}`);
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste([...many, "usr_2c5e88"].join("\n"));
    simulator.fault({ operation: "listAllAccounts", delayMs: 300, times: 3 });
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "Stop" }));
    expect(screen.getByText(/^Stopped\. Asked for [1-3]00 of 400 reference IDs\.$/)).toBeVisible();
    expect(router.state.location.searchStr).toBe("?listed=400");
    await user.click(screen.getByRole("button", { name: "Go on" }));
    expect(await screen.findByText("1 of 400 reference IDs found", {}, { timeout: 10_000 })).toBeVisible();
    const asked = simulator.requests().flatMap(({ query }) => new URLSearchParams(query).get("filter[reference-id]")?.split(",") ?? []);
    expect(new Set(asked).size).toBe(400);
  });

  it.each([
    ["born 12 April 1994", "a birth date"],
    ["ada [at] example [dot] com", "an e-mail address"],
  ])("are not %s, which neither goes to Persona nor into the address", async (pasted, look) => {
    const { user, router, simulator } = await openPeople();
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste(pasted);
    await user.keyboard("{Enter}");
    expect(await screen.findByText(new RegExp(`It looks like ${look}, which does not go into an address`))).toBeVisible();
    expect(router.state.location.searchStr).toBe("");
    expect(calls(simulator).filter((call) => call.includes("reference-id"))).toEqual([]);
  });

  it.each([
    ["a link to an inquiry", (id: string) => `http://localhost/inquiries/${id}?tab=story`, "inquiries"],
    ["one behind a hash", (id: string) => `http://localhost/#/inquiries/${id}`, "inquiries"],
    ["a link to a person", (id: string) => `http://localhost/accounts/${id}`, "accounts"],
    ["an account ID", (id: string) => id, "accounts"],
  ] as const)("where %s of this desk was pasted, lead to its page", async (_, pasted, kind) => {
    const { user, router, simulator } = await openPeople();
    const [object] = simulator.world().tables[kind].newestFirst();
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste(pasted(object?.id ?? ""));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/${kind}/${object?.id}`));
    expect(calls(simulator).filter((call) => call.includes("reference-id]=inq_") || call.includes("reference-id]=act_"))).toEqual([]);
  });

  it("with a semicolon are one ID first, and two where nobody has that, which is said", async () => {
    const { user, router, simulator } = await openPeople();
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user.paste("usr_2c5e88;usr_4f9a12");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("2 of 2 reference IDs found")).toBeVisible();
    expect(screen.getByText("A semicolon splits: nobody has “usr_2c5e88;usr_4f9a12” as one ID.")).toBeVisible();
    expect(router.state.location.searchStr).toBe("?reference-id=usr_2c5e88,usr_4f9a12");
    const asked = simulator
      .requests()
      .flatMap(({ query, path }) => (path === "/api/v1/accounts" ? (new URLSearchParams(query).get("filter[reference-id]") ?? []) : []));
    expect(asked).toEqual(["usr_2c5e88;usr_4f9a12", "usr_2c5e88,usr_4f9a12"]);
  });

  it("that were too many for an address are asked for again where it was opened without them", async () => {
    await openPeople("/accounts?listed=1250");
    expect(screen.getByText(/1,250 reference IDs were too many for an address.*Paste them again/)).toBeVisible();
  });

  it("with what no ID should hold are asked for as they are, then without it, a step away", async () => {
    const { user, router } = await openPeople(`/accounts?reference-id=${encodeURIComponent("\u200Busr_2c5e88,usr_4f9a12")}`);
    expect(screen.getByText(/^A reference ID that nobody has holds an invisible character\./)).toBeVisible();
    expect(screen.getByText("Nobody has this reference ID")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Look for usr_2c5e88" }));
    await waitFor(() => expect(screen.queryByText("Nobody has this reference ID")).toBeNull());
    expect(router.state.location.search).toEqual({ "reference-id": "usr_2c5e88,usr_4f9a12" });
    expect(screen.queryByText(/that nobody has holds/)).toBeNull();
  });

  it("that nobody has say so, and the way back shows everybody", async () => {
    const { user } = await openPeople("/accounts?reference-id=nobody-1");
    expect(rowOf("nobody-1")).toHaveTextContent("Nobody has this reference ID");
    await user.click(screen.getByRole("button", { name: "Show everybody" }));
    await waitFor(() => expect(rowOf("usr_r3p001")).toBeDefined());
  });

  it.each(["/accounts?after=inq_1&before=%00", "/accounts?reference-id=,,%20"])("written by hand into %s break nothing", async (path) => {
    await openPeople(path);
    expect(rowOf("usr_r3p001")).toBeDefined();
  });
});

describe("a comma", () => {
  const said = "A comma splits: “acme, 42” is looked for as 2 reference IDs.";

  it.each([
    ["typed", "keyboard"],
    ["pasted", "paste"],
  ] as const)("that may be part of an ID splits it when it is %s, and that is said", async (_, way) => {
    const { user, router } = await openPeople();
    await user.click(screen.getByRole("textbox", { name: "Reference IDs" }));
    await user[way]("acme, 42");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(rowOf("42")).toHaveTextContent("Nobody has this reference ID"));
    expect(router.history.location.href).toBe("/accounts?reference-id=acme,42");
    expect(screen.getByText(said)).toBeVisible();
  });

  it("in an address written by hand is said, too", async () => {
    const { router } = await openPeople("/accounts?reference-id=acme,%2042");
    expect(screen.getByText(said)).toBeVisible();
    expect(router.history.location.href).toBe("/accounts?reference-id=acme,42");
  });

  it("between the IDs of a plain list is no word worth", async () => {
    const { user } = await openPeople();
    await user.type(screen.getByRole("textbox", { name: "Reference IDs" }), "usr_2c5e88, usr_4f9a12{Enter}");
    await waitFor(() => expect(screen.getByText("2 of 2 reference IDs found")).toBeVisible());
    expect(screen.queryByText(/comma splits/)).toBeNull();
  });
});

describe("what the list can't do", () => {
  it.each([
    ["?sort=decisioned-at", "", "“sort”: Persona's list can't be filtered or sorted by decision, and comes newest first."],
    ["?listed=1250&status=approved", "?listed=1250", "“status”: this list has no such filter."],
  ])("is said of the address %s, and leaves it when that is dismissed", async (asked, left, said) => {
    const { user, router } = await openPeople(`/accounts${asked}`);
    expect(await screen.findByText(`This address asks for ${said}`)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText(/This address asks for/)).toBeNull());
    expect(router.state.location.searchStr).toBe(left);
  });
});

describe("when it goes wrong", () => {
  it("says so, keeps what was typed, and tries again", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "listAllAccounts", status: 500, times: 1000 });
    const { user } = await renderApp("/accounts?reference-id=usr_c41d09,cus-108120");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(/500.*Nothing was changed/);
    expect(screen.getByRole("textbox", { name: "Reference IDs" })).toHaveValue("usr_c41d09, cus-108120");
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await screen.findByText(/2 of 2 reference IDs found/)).toBeVisible();
  });

  it("names the permission that is missing", async () => {
    await renderApp("/accounts", { permissions: ["inquiry.read"] });
    expect(await screen.findByRole("alert")).toHaveTextContent(/not allowed.*account\.read/);
  });

  it("an empty world says that there is nobody yet", async () => {
    await openPeople("/accounts", { scenario: "empty" });
    expect(screen.getByText("There are no people yet")).toBeVisible();
  });
});
