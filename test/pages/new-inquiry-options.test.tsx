import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Simulator } from "@mocks/simulator";
import { change } from "@mocks/world/core/change";
import { renderApp } from "@test/render-app";
import { clipboard } from "@test/support/restore-access";

const referenceId = "usr_brandnew2";
const template = "KYC: government ID and selfie";
const form = async () => within(await screen.findByRole("form", { name: "New inquiry" }));
const commands = (simulator: Simulator) => simulator.requests().filter(({ path }) => path === "/desk/v1/creations");
const fold = "More: way in, version, values, note, tags, expiry";

function madeIn(simulator: Simulator) {
  const [inquiry] = simulator.world().tables.inquiries.newestFirst();
  if (inquiry?.attributes.referenceId !== referenceId) throw new Error("Nothing was created");
  return inquiry;
}

async function openOptions() {
  const app = await renderApp("/inquiries/new", { role: "support" });
  await app.user.paste(referenceId);
  await app.user.keyboard("{Enter}");
  await app.user.selectOptions((await form()).getByRole("combobox", { name: "Template" }), template);
  await app.user.click((await form()).getByText(fold));
  return { ...app, options: await form() };
}

describe("a new inquiry", () => {
  it("begins with the version, the values, the note, the tags and the life it was given", async () => {
    const { user, simulator, options } = await openOptions();
    const version = await options.findByRole<HTMLOptionElement>("option", { name: "Version 2" });
    await user.selectOptions(options.getByRole("combobox", { name: "Version" }), version);
    await user.type(options.getByRole("textbox", { name: "First name" }), "Ada");
    await user.type(options.getByLabelText("Date of birth"), "1990-12-10");
    await user.type(options.getByRole("textbox", { name: "Note" }), "Met at the counter");
    await user.type(options.getByRole("textbox", { name: "Tags" }), "vip, from desk");
    await user.selectOptions(options.getByRole("combobox", { name: "After it was created" }), "3 days");
    await user.click(options.getByRole("button", { name: "Create it and copy its link" }));
    expect(await screen.findByText("The inquiry was created.")).toBeVisible();
    const { attributes, relationships } = madeIn(simulator);
    expect(attributes).toMatchObject({
      note: "Met at the counter",
      tags: ["vip", "from desk"],
      fields: { "name-first": { value: "Ada" }, birthdate: { value: "1990-12-10" }, "name-last": { value: null } },
    });
    expect(Date.parse(attributes.expiresAt ?? "") - Date.parse(attributes.createdAt)).toBe(3 * 86_400_000);
    expect(relationships.inquiryTemplateVersion.data?.id).toBe(version.value);
  });

  it("is not asked for with a value that can't be, which is shown and ready to be changed though it was folded away", async () => {
    const { user, simulator, options } = await openOptions();
    await user.type(options.getByRole("textbox", { name: "E-mail address" }), "ada");
    await user.click(options.getByText(fold));
    await waitFor(() => expect(options.queryByRole("textbox", { name: "E-mail address" })).not.toBeInTheDocument());
    await user.click(options.getByRole("button", { name: "Create it and copy its link" }));
    const field = await options.findByRole("textbox", { name: "E-mail address" });
    expect(field).toHaveAccessibleDescription("This is no e-mail address.");
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveValue("ada");
    expect(commands(simulator)).toEqual([]);
  });

  it("that Persona refuses for a value says so at its field, and keeps what was typed", async () => {
    const { user, simulator, options } = await openOptions();
    await user.type(options.getByRole("textbox", { name: "Customer tier" }), "gold");
    for (const one of simulator.world().tables.inquiryTemplates.newestFirst()) change(simulator.world(), one, { fieldSchemas: [] });
    await user.click(options.getByRole("button", { name: "Create it and copy its link" }));
    const field = options.getByRole("textbox", { name: "Customer tier" });
    await waitFor(() => expect(field).toHaveAccessibleDescription(/customer-tier is not defined/));
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveValue("gold");
  });

  it("for an application hands out a session token that stands nowhere", async () => {
    const { user, simulator, options, router } = await openOptions();
    await user.selectOptions(options.getByRole("combobox", { name: "Way in" }), "A session token, for your own application");
    await user.click(options.getByRole("button", { name: "Create it with a session token" }));
    await user.click(await screen.findByRole("button", { name: "Copy the session token" }));
    const token = await clipboard();
    expect(simulator.world().hidden.tokens.get(token)).toBeDefined();
    const stands = [document.documentElement.outerHTML, document.title, router.state.location.href]
      .concat(JSON.stringify(localStorage), JSON.stringify(sessionStorage))
      .filter((text) => text.includes(token));
    expect(stands).toEqual([]);
    expect(madeIn(simulator).attributes.status).toBe("created");
  });

  it("warns of an ID that gives somebody away while it is typed", async () => {
    const { user } = await renderApp("/inquiries/new", { role: "support" });
    await user.keyboard("ada@example.com");
    const field = screen.getByRole("textbox", { name: "Reference ID: who it is for" });
    expect(field).toHaveAccessibleDescription(/^This looks like an e-mail address\./);
  });
});
