import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { publishInquiryTemplateVersion } from "@mocks/world/template/templates";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { clipboard, issued, open, sent } from "@test/support/restore-access";
import { inWorld, openWorkbench } from "@test/support/workbench";

afterEach(() => vi.restoreAllMocks());

const api = { type: "api" } as const;
const asked = (simulator: Simulator) => simulator.requests().filter(({ path }) => path === "/desk/v1/creations");
const accountOf = (simulator: Simulator, referenceId: string): string => {
  for (const { id, attributes } of simulator.world().tables.accounts.newestFirst()) if (attributes.referenceId === referenceId) return id;
  throw new Error(`Nobody has the reference ID ${referenceId}`);
};
const inquiriesOf = (simulator: Simulator, accountId: string) =>
  [...simulator.world().tables.inquiries.newestFirst()].filter(({ relationships }) => relationships.account.data?.id === accountId);
const form = () => screen.findByRole("form", { name: "New inquiry" });
const create = { name: "Create it and copy its link" };

async function openPerson(referenceId: string, options?: Parameters<typeof resetSimulator>[0]) {
  const simulator = resetSimulator(options);
  const accountId = accountOf(simulator, referenceId);
  const app = await renderApp(`/accounts/${accountId}`);
  await screen.findByRole("button", { name: /^New inquiry/ });
  return { ...app, accountId };
}

describe("a new inquiry from a person's page", () => {
  it.each([
    ["usr_0d1387", "Continue it."],
    ["usr_4f9a12", "Use its result."],
    ["usr_0ea9b3", "Do not create another."],
    ["usr_2c5e88", "Resume it."],
  ])("of %s leads to the one that there is, in two keys: %s", async (referenceId, policy) => {
    const { user, simulator, accountId, router } = await openPerson(referenceId);
    const before = inquiriesOf(simulator, accountId);
    await user.keyboard("n");
    const guard = within(await form());
    expect(guard.getByRole("list", { name: "What they have on this template" })).toHaveTextContent(policy);
    expect(guard.queryByRole("button", create)).not.toBeInTheDocument();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe(`/inquiries/${before[0]?.id}`));
    expect(asked(simulator)).toEqual([]);
  });

  it("beside one that is there takes a reason, and then creates one that its user can open", async () => {
    const { user, simulator, accountId } = await openPerson("usr_4f9a12");
    await user.click(screen.getByRole("button", { name: "New inquiry" }));
    await user.click(within(await form()).getByRole("button", { name: "Create another all the same" }));
    await user.click(within(await form()).getByRole("button", create));
    expect(await screen.findByText("Say why: the policy asks for a reason.")).toBeVisible();
    expect(asked(simulator)).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: /^Why another one/ }), "Yearly verification.");
    await user.click(within(await form()).getByRole("button", create));
    await issued();
    const [made] = inquiriesOf(simulator, accountId);
    expect(made?.attributes).toMatchObject({ status: "created", referenceId: "usr_4f9a12" });
    expect(open(simulator, await clipboard())).toMatchObject({ outcome: "opened", inquiryId: made?.id });
    expect(screen.getByRole("link", { name: "Go to the new inquiry" })).toHaveAttribute("href", `/inquiries/${made?.id}`);
  });

  it("of one who waits for a decision can't be created at all", async () => {
    const { user } = await openPerson("usr_6b2d18");
    await user.keyboard("n");
    expect(within(await form()).getByText("The company’s duplicate policy allows no other one here.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Create another all the same" })).not.toBeInTheDocument();
  });

  it("is created once, however often it is asked for", async () => {
    const { user, simulator, accountId } = await openPerson("usr_4f9a12");
    simulator.fault({ operation: "createInquiry", delayMs: 300 });
    await user.keyboard("n");
    await user.click(within(await form()).getByRole("button", { name: "Create another all the same" }));
    await user.type(screen.getByRole("textbox", { name: /^Why another one/ }), "Twice.");
    const element = await form();
    fireEvent.submit(element);
    fireEvent.submit(element);
    await issued();
    expect(asked(simulator)).toHaveLength(1);
    expect(inquiriesOf(simulator, accountId)).toHaveLength(2);
  });

  it("is not created beside one that came meanwhile, which is offered in its place", async () => {
    const { user, simulator, accountId } = await openPerson("usr_4f9a12");
    await user.keyboard("n");
    await user.click(within(await form()).getByRole("button", { name: "Create another all the same" }));
    await user.type(screen.getByRole("textbox", { name: /^Why another one/ }), "Yearly.");
    const inquiryTemplateId = inquiriesOf(simulator, accountId)[0]?.relationships.inquiryTemplate.data?.id ?? "";
    const { inquiry } = createInquiry(simulator.world(), { attributes: { inquiryTemplateId, accountId } }, api);
    await user.click(within(await form()).getByRole("button", create));
    expect(await screen.findByText(/not what you saw any more\. Nothing was sent/)).toBeVisible();
    const list = within(await form()).getByRole("list", { name: "What they have on this template" });
    await waitFor(() => expect(within(list).getByRole("link", { name: new RegExp(inquiry.id.slice(-4)) })).toBeVisible());
    expect(inquiriesOf(simulator, accountId)).toHaveLength(2);
  });

  it("on another template is another question", async () => {
    const { user, simulator, accountId } = await openPerson("usr_4f9a12");
    await user.keyboard("n");
    const select = within(await form()).getByRole("combobox", { name: "Template" });
    const other = within(select)
      .getAllByRole<HTMLOptionElement>("option")
      .find(({ selected }) => !selected);
    await user.selectOptions(select, other?.value ?? "");
    await user.click(within(await form()).getByRole("button", create));
    await issued();
    expect(inquiriesOf(simulator, accountId)[0]?.relationships.inquiryTemplate.data?.id).toBe(other?.value);
  });

  it("is no auditor's", async () => {
    const { user } = await openPerson("usr_4f9a12", { role: "auditor" });
    const button = screen.getByRole("button", { name: /^New inquiry/ });
    await waitFor(() => expect(button).toHaveTextContent(/Not available: Your role \(Auditor\) can only read/));
    await user.click(button);
    await user.keyboard("n");
    expect(screen.queryByRole("form", { name: "New inquiry" })).not.toBeInTheDocument();
  });

  it("is not created by a line that went astray", async () => {
    const { user, simulator } = await openPerson("usr_del002");
    await user.keyboard("na{Enter}");
    restHands();
    expect(asked(simulator)).toEqual([]);
  });
});

describe("a new inquiry as the remedy", () => {
  it("of a template that has moved on is created in two keys, and its words hold the link", async () => {
    const { user, simulator, inquiryId, access } = await openWorkbench({ status: "expired" });
    for (const { id } of simulator.world().tables.inquiryTemplates.newestFirst()) {
      publishInquiryTemplateVersion(simulator.world(), { inquiryTemplateId: id }, api);
    }
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    await user.keyboard("l");
    expect(await access.findByRole("button", create)).toBeVisible();
    await user.keyboard("{Enter}");
    await issued();
    expect(sent(simulator)).toEqual(["createAnInquiry"]);
    const link = await clipboard();
    const accountId = simulator.world().tables.inquiries.get(inquiryId)?.relationships.account.data?.id ?? "";
    const [made] = inquiriesOf(simulator, accountId);
    expect(open(simulator, link)).toMatchObject({ outcome: "opened", inquiryId: made?.id });
    expect(inWorld(simulator, inquiryId).status).toBe("expired");
    await user.click(access.getByRole("button", { name: "Copy reply with the link" }));
    expect(await clipboard()).toContain(`I am sending you a new link; with it you start from the beginning.\n\n${link}`);
    await user.click(access.getByRole("button", { name: "Copy ticket note" }));
    expect(await clipboard()).toMatch(new RegExp(`Done: inquiry ${made?.id} was created and a one-time link to it issued`));
    expect(await clipboard()).not.toContain(link);
  });
});
