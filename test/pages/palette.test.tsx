import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { calls, endFaults } from "@test/support/request-log";
import { inquiryOf } from "@test/support/seeded-inquiries";
import { openWorkbench, writes } from "@test/support/workbench";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { resetSimulator } from "@mocks/doors/node";

type App = Awaited<ReturnType<typeof renderApp>>;

const palette = () => screen.queryByRole("dialog", { name: "Commands" });
const field = () => screen.findByRole("combobox", { name: "Find or do" });
const dialog = () => within(screen.getByRole("dialog", { name: "Commands" }));
const chosen = () => dialog().queryByRole("option", { selected: true });
const names = () =>
  dialog()
    .getAllByRole("option")
    .map((option) => option.textContent);
const isAt = ({ router }: App, path: string | RegExp) => waitFor(() => expect(router.state.resolvedLocation?.pathname).toMatch(path));

async function openPalette({ user }: App) {
  await user.keyboard("{Control>}k{/Control}");
  return field();
}

describe("the command palette", () => {
  it("opens with Ctrl+K or Cmd+K, in a text field too, and gives the focus back to it", async () => {
    const app = await renderApp("/inquiries", {});
    const opener = screen.getByRole("textbox", { name: "Find a person or an inquiry" });
    await app.user.click(opener);
    expect(await openPalette(app)).toHaveFocus();
    await app.user.keyboard("{Meta>}k{/Meta}");
    await waitFor(() => expect(palette()).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });

  it("opens by a button, for who has no keyboard", async () => {
    const app = await renderApp("/inquiries", {});
    await app.user.click(screen.getByRole("button", { name: /Commands/ }));
    expect(await field()).toHaveFocus();
  });

  it("leads to every screen, by a few letters, arrows and Enter", async () => {
    const app = await renderApp("/inquiries", {});
    await openPalette(app);
    const places = within(screen.getByRole("group", { name: "Go to" })).getAllByRole("option");
    expect(places.map((place) => place.textContent)).toEqual([
      "Desk",
      "People",
      "Inquiries",
      "Review queue",
      "Access doctor",
      "Links",
      "Templates",
      "Audit",
      "Settings",
      "New inquiry",
    ]);
    await app.user.keyboard("li");
    expect(chosen()).toHaveTextContent("Links");
    expect(names()).not.toContain("Audit");
    await app.user.keyboard("{ArrowDown}{ArrowUp}{Enter}");
    await isAt(app, "/links");
    expect(palette()).not.toBeInTheDocument();
    expect(screen.getByRole("main")).toHaveFocus();
  });

  it("offers the cleaned ID after a miss, a key away", async () => {
    const app = await renderApp("/links", {});
    await openPalette(app);
    await app.user.paste("usr_\u200Bc41d09");
    await app.user.keyboard("{Enter}");
    expect(await dialog().findByText(/Nobody has this reference ID.*invisible character/)).toBeVisible();
    expect(chosen()).toHaveTextContent("Look for usr_c41d09");
    await app.user.keyboard("{Enter}");
    await isAt(app, /^\/accounts\/act_/);
  });

  it("asks for what looks personal once it is said to be a reference ID", async () => {
    const app = await renderApp("/links", {});
    await openPalette(app);
    await app.user.paste("t.person@example.com");
    await app.user.keyboard("{Enter}");
    expect(await dialog().findByText(/looks like an e-mail address/)).toBeVisible();
    expect(chosen()).toHaveTextContent("It is a reference ID: look for it");
    await app.user.keyboard("{Enter}");
    expect(await dialog().findByText(/Nobody has this reference ID/)).toBeVisible();
  });

  it("asks nothing and keeps nothing while somebody types", async () => {
    const app = await renderApp("/inquiries", {});
    await openPalette(app);
    const before = calls(app.simulator);
    const kept = JSON.stringify(localStorage);
    await app.user.keyboard("Dana Tran 1990");
    expect(calls(app.simulator)).toEqual(before);
    expect(JSON.stringify(localStorage)).toBe(kept);
    expect(app.router.state.location.href).toBe("/inquiries");
  });
});

describe("the page's own actions", () => {
  it("stand with their keys, and open by name what the key opens, which Enter does not send", async () => {
    const app = await openWorkbench({ status: "needs_review" });
    await openPalette(app);
    expect(screen.getByRole("option", { name: /^Approve/ })).toHaveTextContent("Approve, key AA");
    await app.user.keyboard("appr{Enter}");
    expect(screen.getByRole("form", { name: "Approve inquiry" })).toHaveFocus();
    expect(writes(app.simulator)).toEqual([]);
  });

  it("keep their places, whatever comes and goes on the page", async () => {
    const app = await openWorkbench({ status: "completed" });
    // held: now they can't be used, and are registered anew
    await app.user.keyboard("a{Enter}");
    await screen.findByText("Your approval is held.");
    await openPalette(app);
    const actions = within(screen.getByRole("group", { name: "On this page" })).getAllByRole("option");
    const decisions = actions.map(({ textContent }) => textContent ?? "").filter((text) => /^(Approve|Decline|Mark for review)/.test(text));
    expect(decisions.map((text) => text.slice(0, 4))).toEqual(["Appr", "Decl", "Mark"]);
    const texts = actions.map(({ textContent }) => textContent ?? "");
    const [approve, restore] = [/^Approve/, /^Restore access/].map((name) => texts.findIndex((text) => name.test(text)));
    expect(approve).toBeLessThan(restore ?? -1);
  });

  it("that can't be used say why, and do nothing", async () => {
    const app = await openWorkbench({ status: "approved" });
    await openPalette(app);
    const approve = screen.getByRole("option", { name: /^Approve/ });
    expect(approve).toHaveAttribute("aria-disabled", "true");
    const [, reason = ""] = /Not available: (.*?), key/.exec(approve.textContent) ?? [];
    expect(reason).not.toBe("");
    await app.user.keyboard("approve{Enter}");
    expect(dialog().getByRole("status")).toHaveTextContent(`Approve: ${reason}`);
    expect(palette()).toBeInTheDocument();
  });
});

describe("what an ID leads to", () => {
  it("is looked up once, when asked for, and opened", async () => {
    const simulator = resetSimulator();
    const app = await renderApp("/links");
    await openPalette(app);
    const before = simulator.requests().length;
    await app.user.keyboard(`${referenceIdOf("chloe-martin")}{Enter}`);
    await isAt(app, /^\/accounts\/act_/);
    const asked = simulator.requests().slice(before);
    expect(asked.filter(({ path, query }) => path.endsWith("/accounts") && query.includes("reference-id"))).toHaveLength(1);
    expect(palette()).not.toBeInTheDocument();
  });

  it("comes before anything else for an ID of Persona's, pasted with Enter at once", async () => {
    const id = inquiryOf(resetSimulator(), "chloe-martin");
    const app = await renderApp("/links");
    await openPalette(app);
    await app.user.paste(id);
    await app.user.keyboard("{Enter}");
    await isAt(app, `/inquiries/${id}`);
    expect(palette()).not.toBeInTheDocument();
  });

  it("is told when there is none, with the text kept", async () => {
    const app = await renderApp("/links", {});
    const input = await openPalette(app);
    await app.user.keyboard("nobody-at-all{Enter}");
    expect(await screen.findByText(/^Nobody has this reference ID/)).toBeVisible();
    expect(input).toHaveValue("nobody-at-all");
    expect(input).toHaveFocus();
  });

  it("is told when the API fails, and asked for again", async () => {
    const simulator = resetSimulator();
    const app = await renderApp("/links");
    await openPalette(app);
    simulator.fault({ operation: "listAllAccounts", status: 500 });
    await app.user.keyboard(`${referenceIdOf("chloe-martin")}{Enter}`);
    const retry = await screen.findByRole("button", { name: /again/i });
    await endFaults(simulator);
    await app.user.click(retry);
    await isAt(app, /^\/accounts\/act_/);
    expect(palette()).not.toBeInTheDocument();
  });

  it("takes no secret, and no harm from hostile or huge text", async () => {
    const app = await renderApp("/links", {});
    const input = await openPalette(app);
    await app.user.paste("eyJhbGciOiJIUzI1NiJ9.eyJpbnEiOiJpbnFfMSIsInN1YiI6IjEifQ.c2lnbmF0dXJl");
    expect(input).toHaveValue("");
    expect(screen.getByText(/session token.*not kept/)).toBeVisible();
    await app.user.paste(`<img src=x onerror=alert(1)>\u202E${"x".repeat(200_000)}`);
    expect(dialog().getByRole("option")).toHaveTextContent(/^Look up “<img src=x onerror=alert\(1\)>x+…”$/);
  });
});

describe("people seen lately", () => {
  it("are one choice away, by ID", async () => {
    const app = await renderApp("/accounts", {});
    const table = await screen.findByRole("table", { name: "People" });
    await waitFor(() => expect(table).toHaveAttribute("aria-busy", "false"));
    await app.user.keyboard("j{Enter}");
    await isAt(app, /^\/accounts\/act_/);
    const person = app.router.state.location.pathname;
    await screen.findByRole("region", { name: "Verdict" });
    await app.user.click(screen.getByRole("link", { name: "Settings" }));
    await isAt(app, "/settings");
    restHands();
    await openPalette(app);
    const [seen] = within(screen.getByRole("group", { name: "Recently viewed" })).getAllByRole("option");
    if (!seen) throw new Error("Nobody was remembered");
    await app.user.click(seen);
    await waitFor(() => expect(app.router.state.resolvedLocation?.pathname).toBe(person));
  });
});
