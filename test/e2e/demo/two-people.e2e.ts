import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/test";

const decision = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });

type Related = { data: { relationships: { inquiryTemplate: { data: { id: string } } } } };

test("a rule for two people is set, one person proposes, and another one's answer carries it out", async ({
  page,
  open,
  openInquiryOf,
  simulator,
}) => {
  const as = async (role: string, path: string) => {
    await simulator.call("POST", "sign-in", { role });
    await open(path);
    // who is signed in is known from before
    await page.reload();
  };
  const id = await openInquiryOf("somchai-srisuk");
  const { data } = await simulator.call<Related>("GET", `inquiries/${id}`, undefined, "api");
  const workbench = `/inquiries/${id}`;

  await open("/settings?section=people");
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByRole("combobox", { name: "Template of rule 1" }).fill(data.relationships.inquiryTemplate.data.id);
  await page.getByRole("combobox", { name: "Decisions of rule 1" }).selectOption("Declines");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByText("Saved as version 1.")).toBeVisible();

  await as("reviewer", workbench);
  await expect(decision(page).getByText(/two people decide on this template, so you propose it\.$/)).toBeVisible();
  await decision(page).getByRole("button", { name: "Decline", exact: true }).click();
  const proposal = page.getByRole("form", { name: "Propose decline" });
  await expect(proposal.getByText(/^Needs a second person: this proposes it/)).toBeVisible();
  await proposal.getByRole("radio", { name: /^Document is altered/ }).check();
  await proposal.getByRole("textbox", { name: "Comment for the audit trail" }).fill("The edge is cut.");
  await expectAccessible(page);
  await proposal.getByRole("button", { name: /^Propose decline/ }).click();
  await expect(decision(page).getByText("You have asked for a second look.", { exact: true })).toBeVisible();

  await as("lead", workbench);
  await expect(decision(page).getByText(/has asked for a second look\.$/)).toBeVisible();
  await decision(page).getByRole("button", { name: "Decline", exact: true }).click();
  const answer = page.getByRole("form", { name: "Decline inquiry" });
  await answer.getByRole("radio", { name: /^Document is altered/ }).check();
  await answer.getByRole("textbox", { name: "Comment for the audit trail" }).fill("The photo was replaced.");
  await answer.getByRole("button", { name: /^Decline inquiry/ }).click();
  await expect(decision(page).getByText("The second look came to the same.", { exact: true })).toBeVisible();
  await expect(decision(page).getByText("The inquiry is now")).toBeVisible({ timeout: 15_000 });
});
