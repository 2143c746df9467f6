import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { calls, endFaults, pageRequests } from "@test/support/request-log";
import { isRecord } from "@/lib/read";
import { type Spoil, spoilAnswers } from "@test/support/hostile-answers";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { createCase } from "@mocks/world/case/cases";

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJpbnEiOiJpbnFfMSIsInN1YiI6IjEifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

const field = () => screen.getByRole("textbox", { name: "Find a person or an inquiry" });

/** Opens the front page, whose field has the focus, pastes and presses Enter: two actions. */
async function lookFor(text: string) {
  const app = await renderApp("/");
  const before = calls(app.simulator).length;
  await app.user.paste(text);
  await app.user.keyboard("{Enter}");
  return { ...app, asked: () => calls(app.simulator).slice(before) };
}

/** The address the app has come to rest at, once it has left another. */
async function arrival({ router }: Pick<Awaited<ReturnType<typeof renderApp>>, "router">, from = "/"): Promise<string> {
  await waitFor(() => {
    if (router.state.status !== "idle" || router.state.location.href === from) throw new Error("Still on the way");
  });
  return router.state.location.href;
}

/** The newest object of a table for which a test holds. */
function find<T>(rows: Iterable<T>, test: (row: T) => boolean): T {
  for (const row of rows) if (test(row)) return row;
  throw new Error("The world has no such object");
}
const inquiryOf = (simulator: Simulator, referenceId: string) =>
  find(simulator.world().tables.inquiries.newestFirst(), ({ attributes }) => attributes.referenceId === referenceId);
const accountOf = (simulator: Simulator, referenceId: string) =>
  find(simulator.world().tables.accounts.newestFirst(), ({ attributes }) => attributes.referenceId === referenceId);

/** Answers with a row where a list has none. */
const insteadOfNone =
  (row: object): Spoil =>
  (body) =>
    isRecord(body) && Array.isArray(body["data"]) && body["data"].length === 0 ? { ...body, data: [row] } : body;

describe("the omnibox", () => {
  it("has the focus on the front page and stands there once", async () => {
    await renderApp("/");
    expect(field()).toHaveFocus();
  });

  it("does not take its own key for the beginning of what is looked for", async () => {
    const { user } = await renderApp("/");
    await user.keyboard("/usr/1");
    expect(field()).toHaveValue("usr/1");
  });

  it("is on every other page, one key away", async () => {
    const { user } = await renderApp("/accounts");
    expect(field()).not.toHaveFocus();
    await user.keyboard("/");
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue("");
  });

  it("takes nothing more after Enter until the answer: what follows is meant for the page on its way", async () => {
    const simulator = resetSimulator();
    const { id } = accountOf(simulator, "usr_c41d09");
    const app = await renderApp("/accounts");
    const before = calls(simulator).length;
    simulator.fault({ operation: "listAllAccounts", delayMs: 200 });
    await app.user.keyboard("/");
    await app.user.paste("usr_c41d09");
    await app.user.keyboard("{Enter}l{Enter}");
    expect(field()).toHaveValue("usr_c41d09");
    await waitFor(() => expect(app.router.state.location.pathname).toBe(`/accounts/${id}`));
    expect(
      calls(simulator)
        .slice(before)
        .filter((call) => call.includes("accounts?")),
    ).toHaveLength(1);
  });

  it("stops asking with Escape, and the text can be mended", async () => {
    const app = await renderApp("/accounts");
    app.simulator.fault({ operation: "listAllAccounts", delayMs: 5_000 });
    await app.user.keyboard("/");
    await app.user.paste("usr_c41d0");
    await app.user.keyboard("{Enter}{Escape}");
    // the code that reads what is pasted may still be on its way
    await waitFor(() => expect(field()).toHaveValue("usr_c41d0"));
    await app.user.keyboard("9");
    expect(field()).toHaveValue("usr_c41d09");
    expect(app.router.state.location.pathname).toBe("/accounts");
  });

  it("leads from a reference ID to the person, whatever its letter case, asking accounts and inquiries at once", async () => {
    const account = accountOf(resetSimulator(), "usr_c41d09");
    const app = await lookFor("USR_C41D09");
    expect(await arrival(app)).toBe(`/accounts/${account.id}`);
    expect(app.asked().slice(0, 2).toSorted()).toEqual([
      "GET /api/v1/accounts?filter[reference-id]=USR_C41D09&page[size]=10",
      "GET /api/v1/inquiries?filter[reference-id]=USR_C41D09&page[size]=10",
    ]);
    expect(await screen.findByRole("heading", { level: 1, name: "usr_c41d09" })).toBeVisible();
    expect(field()).toHaveValue("");
  });

  it("leads from an inquiry ID and an account ID to their pages without asking", async () => {
    const simulator = resetSimulator();
    const inquiry = inquiryOf(simulator, "usr_c41d09");
    const app = await lookFor(` ${inquiry.id}, `);
    const first = await arrival(app);
    expect(first).toBe(`/inquiries/${inquiry.id}`);
    expect(app.asked().filter((call) => call.includes("filter[reference-id]"))).toEqual([]);
    const account = accountOf(simulator, "usr_c41d09");
    await app.user.keyboard("/");
    await app.user.paste(account.id);
    await app.user.keyboard("{Enter}");
    expect(await arrival(app, first)).toBe(`/accounts/${account.id}`);
  });

  it.each(["verifications", "inquirySessions", "documents", "selfies", "events"] as const)(
    "leads from the ID of one of its %s to the inquiry, asking once",
    async (table) => {
      const { tables } = resetSimulator().world();
      const inquiry = find(tables.inquiries.newestFirst(), ({ relationships }) => relationships.selfies.data.length > 0);
      const { sessions, verifications, documents, selfies } = inquiry.relationships;
      const child =
        table === "events"
          ? find(tables.events.newestFirst(), ({ attributes }) => attributes.payload.data.id === inquiry.id)
          : { verifications, inquirySessions: sessions, documents, selfies }[table].data[0];
      const app = await lookFor(child?.id ?? "");
      expect(await arrival(app)).toBe(`/inquiries/${inquiry.id}`);
      expect(app.asked()[0]).toContain(child?.id);
      // the workbench offers the company's reasons
      const others = app.asked().filter((call) => !call.includes(child?.id ?? "") && !call.includes(inquiry.id));
      expect(others.filter((call) => call !== "GET /desk/v1/settings")).toEqual([]);
    },
  );

  it("leads from a report and from a case to their inquiry", async () => {
    const { tables } = resetSimulator().world();
    const report = find(tables.reports.newestFirst(), ({ relationships }) => relationships.inquiry.data !== null);
    const app = await lookFor(report.id);
    const first = await arrival(app);
    expect(first).toBe(`/inquiries/${report.relationships.inquiry.data?.id}`);
    const { id, relationships } = find(tables.cases.newestFirst(), ({ relationships: { inquiries } }) => inquiries.data.length === 1);
    await app.user.keyboard("/");
    await app.user.paste(id);
    await app.user.keyboard("{Enter}");
    expect(await arrival(app, first)).toBe(`/inquiries/${relationships.inquiries.data[0]?.id}`);
  });

  it("leads from a case with several inquiries to a choice of them", async () => {
    const world = resetSimulator().world();
    const [one, other] = [...world.tables.inquiries.newestFirst()].map(({ id }) => id);
    const [existing] = world.tables.cases.newestFirst();
    const caseTemplateId = existing?.relationships.caseTemplate.data.id ?? "";
    const { id } = createCase(world, { caseTemplateId, objectIds: [one ?? "", other ?? ""] }, { type: "api" });
    const app = await lookFor(id);
    expect(await screen.findByText("This case names several")).toBeVisible();
    const choices = screen.getAllByRole("link", { name: /^Inquiry inq_/ });
    expect(choices.map((link) => link.getAttribute("href")).toSorted((a, b) => (a ?? "").localeCompare(b ?? ""))).toEqual(
      [`/inquiries/${one}`, `/inquiries/${other}`].toSorted((a, b) => a.localeCompare(b)),
    );
    expect(app.router.state.location.href).toBe("/");
  });

  it.each([
    ["a dedicated link", (id: string) => `https://hollisgrey.withpersona.com/verify?inquiry-id=${id}`],
    ["a dashboard page", (id: string) => `https://app.withpersona.com/dashboard/inquiries/${id}`],
    ["a sentence around it", (id: string) => `He says ${id} does not work.`],
    ["a page of this desk", (id: string) => `http://localhost/inquiries/${id}`],
    ["a page of this desk behind #", (id: string) => `http://localhost/#/inquiries/${id}`],
  ])("leads from %s to the inquiry", async (_, link) => {
    const { id } = inquiryOf(resetSimulator(), "usr_c41d09");
    expect(await arrival(await lookFor(link(id)))).toBe(`/inquiries/${id}`);
  });

  it("leads from a static link with a reference ID to the person, and warns of the link", async () => {
    const simulator = resetSimulator();
    const { id } = accountOf(simulator, "usr_c41d09");
    const { user, router } = await renderApp("/");
    await user.paste(`https://x.withpersona.com/verify?inquiry-template-id=itmpl_${"a".repeat(24)}&reference-id=usr_c41d09`);
    expect(await screen.findByText(/every time it is opened it begins a new inquiry/)).toBeVisible();
    await user.keyboard("{Enter}");
    expect(await arrival({ router })).toBe(`/accounts/${id}`);
  });

  it.each([
    ["/inquiries?status=failed&from=2026-03-02", "/inquiries?status=failed&from=2026-03-02"],
    ["/inquiries?status=failed&reference=1994-04-12", "/inquiries?status=failed"],
  ])("leads from a list of this desk, pasted, to that list, without what is personal: %s", async (pasted, path) => {
    expect(await arrival(await lookFor(`http://localhost${pasted}`))).toBe(path);
  });

  it("tries a text with a semicolon as one ID first, and says that it was split", async () => {
    const app = await lookFor("usr_2c5e88;usr_4f9a12");
    await waitFor(() => expect(app.router.state.location.searchStr).toBe("?reference-id=usr_2c5e88,usr_4f9a12"));
    expect(await screen.findByText("A semicolon splits: nobody has “usr_2c5e88;usr_4f9a12” as one ID.")).toBeVisible();
  });

  it("makes many reference IDs one table", async () => {
    const app = await lookFor("usr_c41d09\r\nnobody-1\ncus-108120");
    await waitFor(() => expect(app.router.state.location.pathname).toBe("/accounts"));
    expect(await screen.findByText("2 of 3 reference IDs found")).toBeVisible();
  });

  it("says why a one-time link of somebody else's leads nowhere, asks the desk alone, and keeps what is no secret", async () => {
    const app = await lookFor("https://withpersona.com/verify?code=us1-abcdefgh");
    expect(await screen.findByText(/^This desk did not issue it\. A one-time link does not say which inquiry it opens/)).toBeVisible();
    expect(field()).toHaveValue("https://withpersona.com/verify?code=…");
    expect(app.asked()).toEqual(["POST /desk/v1/links/recognition"]);
  });

  it.each([
    ["a bare session token", jwt, ""],
    ["a link with one", `https://x.withpersona.com/verify?inquiry-id=inq_${"a".repeat(28)}&session-token=${jwt}`, `inq_${"a".repeat(28)}`],
    ["an API key", "persona_production_0123456789abcdef", ""],
  ])("takes %s out of the text at once, warns, and sends nothing", async (_, pasted, left) => {
    const { user, simulator } = await renderApp("/");
    const before = pageRequests(simulator).length;
    await user.paste(pasted);
    expect(await screen.findByText(/not kept/)).toBeVisible();
    expect(field()).toHaveValue(left);
    expect(document.body.innerHTML).not.toMatch(/eyJ|persona_production/);
    expect(Object.values(localStorage).join("") + Object.values(sessionStorage).join("")).not.toMatch(/eyJ|persona_production/);
    expect(pageRequests(simulator)).toHaveLength(before);
  });

  it("says that nobody has a reference ID, and keeps it to be mended", async () => {
    await lookFor("usr_nobody");
    expect(await screen.findByText("Nobody has this reference ID")).toBeVisible();
    expect(field()).toHaveValue("usr_nobody");
  });

  it.each(["somebody@example.org", "Ada Lovelace", "Dear team,\nAda cannot log in since Monday.\nRegards"])(
    "sends nothing of what looks personal before it is said to be an ID: %s",
    async (pasted) => {
      const app = await lookFor(pasted);
      expect(await screen.findByText(/^Not sent yet$|^Nothing to look for$/)).toBeVisible();
      expect(app.asked()).toEqual([]);
    },
  );

  it("finds a person whose reference ID is an e-mail address when Enter is pressed once more", async () => {
    const { id } = accountOf(resetSimulator(), "helen.brandt@example.com");
    const app = await lookFor("helen.brandt@example.com");
    expect(await screen.findByText(/looks like an e-mail address/)).toBeVisible();
    await app.user.keyboard("{Enter}");
    expect(await arrival(app)).toBe(`/accounts/${id}`);
  });

  it("says that an object does not exist, after it was tried as a reference ID", async () => {
    const app = await lookFor(`ver_${"x".repeat(24)}`);
    expect(await screen.findByText(/knows no verification of this ID/)).toBeVisible();
    expect(app.asked().filter((call) => call.includes("filter[reference-id]"))).toHaveLength(2);
  });

  it("finds who has an ID of the company's own that looks like Persona's", async () => {
    const { id } = accountOf(resetSimulator(), "usr_c41d09");
    const referenceId = "user_2NNEqL2nrIRdJ194ndJqAHwEfxC";
    spoilAnswers(insteadOfNone({ type: "account", id, attributes: { referenceId } }));
    expect(await arrival(await lookFor(referenceId))).toBe(`/accounts/${id}`);
  });

  it("tries an ID as it is, and offers it without what nobody sees in it", async () => {
    const { id } = accountOf(resetSimulator(), "usr_c41d09");
    const app = await lookFor("usr_\u200Bc41d09");
    expect(await screen.findByText("There is an invisible character in it.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Look for usr_c41d09" })).toBeVisible();
    expect(app.router.state.location.href).toBe("/");
    await app.user.keyboard("{Enter}");
    expect(await arrival(app)).toBe(`/accounts/${id}`);
  });

  it("takes the column of IDs out of a sheet and nothing else, and says so before anything is sent", async () => {
    const { user, simulator, router } = await renderApp("/");
    const before = simulator.requests().length;
    await user.paste("reference_id\tname\temail\nusr_c41d09\tTest Person\tt.person@example.com\ncus-108120\tOther Person\to@example.com");
    expect(await screen.findByText("2 columns and 1 heading were left out and not sent.")).toBeVisible();
    expect(field()).toHaveValue("usr_c41d09, cus-108120");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.searchStr).toBe("?reference-id=usr_c41d09,cus-108120"));
    const sent = simulator
      .requests()
      .slice(before)
      .map(({ query }) => decodeURIComponent(query))
      .join(" ");
    expect(sent).not.toMatch(/Person|example\.com|reference_id/);
  });

  it("does not take another person's page for the answer", async () => {
    const { id } = accountOf(resetSimulator(), "usr_r3p001");
    spoilAnswers(insteadOfNone({ type: "account", id, attributes: { referenceId: "usr_r3p001" } }));
    const app = await lookFor("usr_nobody");
    expect(await within(screen.getByRole("search")).findByText("Persona's answer could not be read")).toBeVisible();
    expect(screen.queryByText("Nobody has this reference ID")).toBeNull();
    expect(app.router.state.location.href).toBe("/");
  });

  it("keeps the text when the server fails, and tries again", async () => {
    const simulator = resetSimulator();
    const { id } = accountOf(simulator, "usr_c41d09");
    const app = await renderApp("/");
    simulator.fault({ operation: "listAllAccounts", status: "network", times: 1000 });
    await app.user.paste("usr_c41d09");
    await app.user.keyboard("{Enter}");
    expect(await screen.findByText("No connection")).toBeVisible();
    expect(field()).toHaveValue("usr_c41d09");
    await endFaults(simulator);
    await app.user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await arrival(app)).toBe(`/accounts/${id}`);
  });

  it.each([
    ["/inquiries", "inq_42"],
    ["/accounts", "act_1042"],
  ])("an ID that Persona knows nothing of at %s can be looked for as a reference ID", async (path, id) => {
    const simulator = resetSimulator();
    const { attributes } = accountOf(simulator, "usr_c41d09");
    attributes.referenceId = id;
    const app = await renderApp(`${path}/${id}`);
    await app.user.click(await screen.findByRole("link", { name: "Look for it as a reference ID" }));
    expect(await arrival(app)).toBe(`/accounts/${accountOf(simulator, id).id}`);
  });

  it("finds inquiries with a key that may not read accounts", async () => {
    const simulator = resetSimulator({ permissions: ["inquiry.read"] });
    const ofPerson = inquiryOf(simulator, "usr_r3p001");
    expect(await arrival(await lookFor("usr_r3p001"))).toBe(`/inquiries/${ofPerson.id}`);
  });

  it("is closed by Escape, text and all kept", async () => {
    const { user } = await lookFor("usr_nobody");
    expect(await screen.findByText("Nobody has this reference ID")).toBeVisible();
    await user.keyboard("{Escape}");
    expect(screen.queryByText("Nobody has this reference ID")).toBeNull();
    expect(field()).toHaveValue("usr_nobody");
  });
});
