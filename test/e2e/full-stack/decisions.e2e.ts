import type { Browser, Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { Actor } from "../support/actor";
import { afterTheHold, decidedAtPersona, holdFor, sentToPersona } from "../support/commands";
import { signIn } from "../support/full-stack";
import { expect, test } from "../support/test";

const decision = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });
const button = (page: Page, name: string) => decision(page).getByRole("button", { name, exact: true });
const comment = (page: Page) => page.getByLabel("Comment for the audit trail");

/** Opens an inquiry as Maya Lindqvist, in a browser of her own. */
async function asMaya(browser: Browser, baseURL: string | undefined, inquiryId: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await holdFor(page, 20);
  await signIn(page, "Maya Lindqvist", `/inquiries/${inquiryId}`);
  await expect(button(page, "Approve")).toBeVisible();
  return page;
}

test("two people at one inquiry: who comes second is told who holds what, sends nothing, and keeps what they wrote", async ({
  page,
  browser,
  baseURL,
  open,
  actor,
  simulator,
}) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("chloe-martin"));
  const before = await decidedAtPersona(simulator, id);
  const listening = page.waitForResponse((response) => response.url().endsWith("/desk/v1/events"));
  await open(`/inquiries/${id}`);
  await expect(button(page, "Decline")).toBeVisible();
  await actor.press("D");
  await actor.press("2");
  await actor.press("C");
  await actor.type("Two faces.");
  await listening;

  const maya = await asMaya(browser, baseURL, id);
  await button(maya, "Approve").click();
  const form = decision(maya).getByRole("form");
  await form.getByRole("radio").nth(1).click();
  await comment(maya).fill("She has had an operation.");
  await form.getByRole("button", { name: "Approve inquiry" }).click();
  await expect(decision(maya).getByText("Your approval is held.", { exact: true })).toBeVisible();

  await page.bringToFront();
  await expect(decision(page).getByText("Maya Lindqvist's approval is held.")).toBeVisible();
  await actor.press("ControlOrMeta+Enter");
  await expect(decision(page).getByText("It changed while you were looking. Nothing was sent.")).toBeVisible(afterTheHold);
  await expect(decision(page).getByText("It was marked for review; now it is approved.")).toBeVisible();
  await expect(decision(maya).getByText(/Persona confirmed\.$/)).toBeVisible();
  await actor.press("D");
  await expect(comment(page)).toHaveValue("Two faces.");

  expect(await sentToPersona(simulator, id)).toEqual(["approve"]);
  expect(await decidedAtPersona(simulator, id)).toEqual([...before, "inquiry.approved"]);
  await maya.context().close();
});

test.describe("it was decided in Persona's own dashboard while a decision was held", () => {
  const ways = {
    keyboard: (_: Page, actor: Actor) => actor.press("A"),
    mouse: (page: Page, actor: Actor) => actor.click(button(page, "Decide anyway")),
  };
  for (const way of ["keyboard", "mouse"] as const) {
    test(`it is stopped, says what changed, and goes on by ${way} in one action with what was written`, async ({
      page,
      open,
      actor,
      simulator,
    }) => {
      const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
      const before = await decidedAtPersona(simulator, id);
      await open(`/inquiries/${id}`);
      await expect(button(page, "Approve")).toBeVisible();
      await actor.press("A");
      await actor.press("C");
      await actor.type("Fits.");
      await actor.press("ControlOrMeta+Enter");
      await expect(decision(page).getByText("Your approval is held.", { exact: true })).toBeVisible();

      await simulator.call("POST", `inquiries/${id}/decline`, {}, "api");

      await expect(decision(page).getByText("Your approval was stopped: it changed. Nothing was sent.")).toBeVisible(afterTheHold);
      await expect(decision(page).getByText("It was marked for review; now it is declined.")).toBeVisible();
      await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Declined");
      const count = actor.actions;
      await ways[way](page, actor);
      expect(actor.actions - count).toBe(1);
      await expect(comment(page)).toHaveValue("Fits.");
      await expect(decision(page).getByRole("form")).toContainText("This inquiry was declined. Approving it reverses that decision");
      expect(await sentToPersona(simulator, id)).toEqual(["decline"]);
      expect(await decidedAtPersona(simulator, id)).toEqual([...before, "inquiry.declined"]);
    });
  }
});

test("a misclick is taken back after the page was loaded anew: Persona hears nothing, and the audit log tells of it", async ({
  page,
  open,
  actor,
  simulator,
}) => {
  await holdFor(page, 20);
  const { id } = await simulator.inquiryOf(referenceIdOf("katrin-vogel"));
  await open(`/inquiries/${id}`);
  await expect(button(page, "Approve")).toBeVisible();
  await actor.press("A");
  await actor.press("Enter");
  await expect(decision(page).getByText("Your approval is held.", { exact: true })).toBeVisible();
  await open("/links");
  const line = page.getByRole("region", { name: "Decisions on their way" }).getByRole("listitem").first();
  await expect(line).toContainText(referenceIdOf("katrin-vogel"));

  await actor.press("Z");
  await expect(line).toContainText("Taken back. Nothing was sent.");
  expect(await sentToPersona(simulator, id)).toEqual([]);
  await open(`/audit?subject=${id}`);
  const row = page.getByRole("row").filter({ hasText: "Inés Valverde" }).first();
  await expect(row).toContainText("Took a decision back");
});
