import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { calls, endFaults, repeated } from "@test/support/request-log";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { addInquiryTemplate } from "@mocks/world/template/templates";

const rowsOf = (name: string) => within(screen.getByRole("table", { name })).getAllByRole("row").slice(1);
const names = () => rowsOf("Templates").map((row) => within(row).getByRole("link").textContent);

async function openTemplates(path = "/templates", options: Parameters<typeof resetSimulator>[0] = { role: "support" }) {
  const app = await renderApp(path, options);
  await waitFor(() => expect(screen.getByRole("table", { name: "Templates" })).toHaveAttribute("aria-busy", "false"));
  return app;
}

const templateNamed = (simulator: Simulator, name: string) => {
  const found = [...simulator.world().tables.inquiryTemplates.newestFirst()].find(({ attributes }) => attributes.name === name);
  if (!found) throw new Error(`There is no template ${name}`);
  return found;
};

describe("the list of templates", () => {
  it("says which are active and which version is live, and asks once", async () => {
    const { simulator } = await openTemplates();
    const live = templateNamed(simulator, "Proof of address").relationships.latestPublishedVersion.data?.id ?? "";
    const row = rowsOf("Templates").find(({ textContent }) => textContent.includes("Proof of address"));
    expect(row).toHaveTextContent(`Active${live.slice(0, 6)}`);
    expect(row?.textContent).toContain(live.slice(-4));
    expect(rowsOf("Templates").find(({ textContent }) => textContent.includes("KYC 2024 (retired)"))).toHaveTextContent("Inactive");
    expect(repeated(simulator)).toEqual([]);
  });

  it("is searched while one types, by name or ID, and the address keeps it", async () => {
    const { user, router, simulator } = await openTemplates();
    await user.type(screen.getByRole("textbox", { name: "Name or ID" }), "address PROOF");
    await waitFor(() => expect(names()).toEqual(["Proof of address"]));
    expect(router.state.location.search).toEqual({ q: "address PROOF" });
    await user.click(screen.getByRole("button", { name: "Clear filters" }));
    await waitFor(() => expect(names()).toContain("KYC 2024 (retired)"));
    expect(screen.getByRole("textbox", { name: "Name or ID" })).toHaveValue("");
    const { id } = templateNamed(simulator, "Proof of address");
    await user.type(screen.getByRole("textbox", { name: "Name or ID" }), id);
    await waitFor(() => expect(names()).toEqual(["Proof of address"]));
  });

  it("takes no e-mail address into the address", async () => {
    const { user, router } = await openTemplates();
    await user.click(screen.getByRole("textbox", { name: "Name or ID" }));
    await user.paste("ada@example.org");
    expect(screen.getByRole("textbox", { name: "Name or ID" })).toHaveValue("ada@example.org");
    expect(router.state.location.href).not.toContain("ada");
  });

  it("says which filter emptied it, and widens", async () => {
    const { user } = await openTemplates("/templates?q=nothing-is-called-so&status=inactive");
    expect(screen.getByText("No template matches")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Any name" }));
    await waitFor(() => expect(names()).toEqual(["KYC 2024 (retired)"]));
  });

  it("holds those past the first hundred", async () => {
    const simulator = resetSimulator({ role: "support" });
    const before = [...simulator.world().tables.inquiryTemplates.newestFirst()].length;
    for (let index = 0; index < 101; index++) {
      addInquiryTemplate(simulator.world(), { name: `Made ${index}` }, { type: "api" });
    }
    await renderApp("/templates");
    expect(await screen.findByText(`${before + 101} templates`)).toBeVisible();
    expect(calls(simulator).filter((call) => call.includes("/inquiry-templates"))).toHaveLength(2);
  });

  it("says that a sandbox key may not read them", async () => {
    await openTemplates("/templates", { environment: "sandbox" });
    expect(screen.getByText("Persona shows no templates to this key")).toBeVisible();
  });

  it("that fails says so and tries again", async () => {
    const simulator = resetSimulator();
    simulator.fault({ operation: "listAllInquiryTemplates", status: 503, times: 1000 });
    const { user } = await renderApp("/templates");
    const alert = await screen.findByRole("alert");
    await endFaults(simulator);
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(names()).toContain("Proof of address"));
  });
});

describe("a template", () => {
  it("opens by keys alone, and tells its versions apart", async () => {
    const { user, router, simulator } = await openTemplates("/templates?q=Proof");
    await user.keyboard("j{Enter}");
    const { id } = templateNamed(simulator, "Proof of address");
    await waitFor(() => expect(router.state.resolvedLocation?.pathname).toBe(`/templates/${id}`));
    await waitFor(() => expect(rowsOf("Versions")).toHaveLength(3));
    const [draft, live, former] = rowsOf("Versions").map(({ textContent }) => textContent);
    expect(draft).toMatch(/Version 3.*Accept bank statements.*Draft.*not yet/);
    expect(live).toMatch(/Version 2.*Live.*ago.*en, fr, de, es, ja/);
    expect(former).toMatch(/Version 1.*Published/);
    expect(document.title).not.toContain("Proof");
  });

  it("says where it may run and which fields it takes", async () => {
    const simulator = resetSimulator({ role: "support" });
    await renderApp(`/templates/${templateNamed(simulator, "Proof of address").id}`);
    const places = await screen.findByRole("region", { name: "Where it may run" });
    expect(places).toHaveTextContent(/hollisgrey\.withpersona\.com.*app\.hollisgrey\.example.*https:\/\//);
    const fields = screen.getByRole("region", { name: "Fields" });
    expect(within(fields).getByText("Customer tier").closest("li")).toHaveTextContent(/customer-tier.*kept when the inquiry is redacted/);
    expect(within(fields).getByText("First name").closest("li")).toHaveTextContent(/name-first.*required/);
    expect(repeated(simulator)).toEqual([]);
  });

  it("that is inactive says what that does", async () => {
    const simulator = resetSimulator({ role: "support" });
    await renderApp(`/templates/${templateNamed(simulator, "KYC 2024 (retired)").id}`);
    expect(await screen.findByText("This template is inactive.")).toBeVisible();
  });

  it("that is not there leads on", async () => {
    await renderApp("/templates/itmpl_doesNotExist", { role: "support" });
    expect(await screen.findByRole("heading", { level: 1, name: /not found/i })).toBeVisible();
    expect(screen.getByRole("link", { name: "Go to templates" })).toBeVisible();
  });
});
