import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { clipboard, open } from "@test/support/restore-access";

const field = () => screen.getByRole("textbox", { name: "Reference ID: who it is for" });
const form = async () => within(await screen.findByRole("form", { name: "New inquiry" }));
const commands = (simulator: Simulator) => simulator.requests().filter(({ path }) => path === "/desk/v1/creations");

async function lookUp(referenceId: string, role: "support" | "auditor" = "support") {
  const app = await renderApp("/inquiries/new", { role });
  await app.user.paste(referenceId);
  await app.user.keyboard("{Enter}");
  return app;
}

describe("a new inquiry", () => {
  it("of somebody new is created with their account, and its link opens it", async () => {
    const { user, simulator } = await lookUp("usr_brandnew1");
    expect(await screen.findByText(/has no account yet/)).toBeVisible();
    const creation = await form();
    const [, first] = creation.getAllByRole("option");
    if (!first) throw new Error("There is no template");
    await user.selectOptions(creation.getByRole("combobox", { name: "Template" }), first);
    await user.click((await form()).getByRole("button", { name: "Create it and copy its link" }));
    expect(await screen.findByText("The inquiry was created.")).toBeVisible();
    const account = [...simulator.world().tables.accounts.newestFirst()].find(
      ({ attributes }) => attributes.referenceId === "usr_brandnew1",
    );
    expect(account).toBeDefined();
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened" });
    expect(commands(simulator)).toHaveLength(1);
  });

  it("of somebody who has one leads to it first", async () => {
    const { simulator, router, user } = await lookUp(referenceIdOf("oscar-lund"));
    const guard = await form();
    expect(await guard.findByRole("link", { name: "Go to that inquiry" })).toBeVisible();
    expect(guard.queryByRole("button", { name: "Create it and copy its link" })).not.toBeInTheDocument();
    await user.click(guard.getByRole("link", { name: "Go to that inquiry" }));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/inquiries\/inq_/));
    expect(commands(simulator)).toEqual([]);
  });

  it("warns of a reference ID that gives somebody away", async () => {
    await lookUp("ada@example.com");
    expect(await screen.findByText(/^This looks like an e-mail address\./)).toBeVisible();
  });

  it.each([
    ["", "Write the reference ID of the person."],
    ["usr_1, usr_2", "One person at a time: a comma ends a reference ID at Persona."],
  ])("of “%s” asks for one person", async (text, words) => {
    const { user, simulator } = await renderApp("/inquiries/new", { role: "support" });
    if (text !== "") await user.paste(text);
    await user.keyboard("{Enter}");
    expect(screen.getByText(words)).toBeVisible();
    expect(field()).toHaveAccessibleDescription(expect.stringContaining(words) as string);
    expect(simulator.requests().filter(({ operation }) => operation === "listAllAccounts")).toEqual([]);
  });

  it("is no auditor's", async () => {
    await renderApp("/inquiries/new", { role: "auditor" });
    expect(await screen.findByText(/read/i, { selector: "p" })).toBeVisible();
    expect(screen.queryByRole("textbox", { name: "Reference ID: who it is for" })).not.toBeInTheDocument();
  });

  it("is one click from the list of people, with the field ready to be written in", async () => {
    const { user, router } = await renderApp("/accounts", { role: "support" });
    await user.click(screen.getByRole("link", { name: "New inquiry" }));
    await waitFor(() => expect(router.state.location.href).toBe("/inquiries/new"));
    await waitFor(() => expect(field()).toHaveFocus());
  });
});
