import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { Actor } from "../support/actor";
import { afterTheHold, decidedAtPersona, holdFor, sentToPersona } from "../support/commands";
import { expect, test } from "../support/test";

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });
const decision = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });
const form = (page: Page, name: string) => decision(page).getByRole("form", { name });
const comment = (page: Page) => page.getByLabel("Comment for the audit trail");
/** What of this person is in the strip of what is on its way; other tests of a server may have left something there. */
const line = (page: Page, person: Parameters<typeof referenceIdOf>[0]) =>
  page
    .getByRole("region", { name: "Decisions on their way" })
    .getByRole("listitem")
    .filter({ hasText: referenceIdOf(person) })
    .first();
const confirmed = (page: Page) => expect(decision(page).getByText(/Persona confirmed\.$/)).toBeVisible(afterTheHold);

const cases = [
  { person: "somchai-srisuk", key: "A", reason: 0, button: "Approve", confirm: "Approve inquiry", status: "approved", word: "Approved" },
  { person: "chloe-martin", key: "D", reason: 2, button: "Decline", confirm: "Decline inquiry", status: "declined", word: "Declined" },
  {
    person: "priya-nair",
    key: "R",
    reason: 0,
    button: "Mark for review",
    confirm: "Mark for review",
    status: "needs_review",
    word: "Needs review",
  },
] as const;

for (const { person, key, reason, button, confirm, status, word } of cases) {
  const actions = reason === 0 ? 2 : 3;
  const why = reason === 0 ? "" : ", the reason among them";
  const ways = {
    async keyboard(_: Page, actor: Actor) {
      await actor.press(key);
      if (reason > 0) await actor.press(String(reason));
      await actor.press("Enter");
    },
    async mouse(page: Page, actor: Actor) {
      await actor.click(decision(page).getByRole("button", { name: button, exact: true }));
      if (reason > 0) {
        await actor.click(
          form(page, confirm)
            .getByRole("radio")
            .nth(reason - 1),
        );
      }
      await actor.click(form(page, confirm).getByRole("button", { name: confirm }));
    },
  };

  for (const way of ["keyboard", "mouse"] as const) {
    test(`${button} by ${way} in ${actions} actions${why}: held, then confirmed, and a reload shows the same`, async ({
      page,
      open,
      actor,
      simulator,
    }) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf(person));
      const before = await decidedAtPersona(simulator, id);
      await open(`/inquiries/${id}`);
      await expect(decision(page).getByRole("button", { name: button, exact: true })).toBeVisible();

      await ways[way](page, actor);

      expect(actor.actions).toBe(actions);
      await expect(line(page, person).getByRole("button", { name: "Take back" })).toBeVisible();
      await confirmed(page);
      await expect(verdict(page)).toContainText(word);
      await page.reload();
      await expect(verdict(page)).toContainText(word);
      expect((await simulator.inquiryOf(referenceIdOf(person))).attributes.status).toBe(status);
      expect((await decidedAtPersona(simulator, id)).slice(before.length)).toHaveLength(1);
    });
  }
}

test("a comment goes along, and is still there after leaving and coming back", async ({ page, actor, simulator, openInquiryOf }) => {
  await holdFor(page, 0);
  const id = await openInquiryOf("somchai-srisuk");
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();

  await actor.press("A");
  await actor.press("C");
  await actor.type("Match is a namesake; born in another year.");
  await page.getByRole("link", { name: "Inquiries", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Inquiries", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await actor.press("A");
  await expect(comment(page)).toHaveValue("Match is a namesake; born in another year.");
  await actor.press("Enter");

  await confirmed(page);
  const { data } = await simulator.call<{ data: { attributes: { reviewerComment: string } } }>("GET", `inquiries/${id}`, undefined, "api");
  expect(data.attributes.reviewerComment).toContain("Match is a namesake");
});

test("two tabs: while one holds a decision the other can't decide, and sees what became of it", async ({
  page,
  open,
  actor,
  simulator,
  context,
  openInquiryOf,
}) => {
  const id = await openInquiryOf("somchai-srisuk");
  const other = await context.newPage();
  await open(`/inquiries/${id}`, other);
  await expect(decision(other).getByRole("button", { name: "Decline", exact: true })).toBeVisible();
  await page.bringToFront();
  await actor.click(page.getByRole("region", { name: "Who is working on this" }).getByRole("button", { name: "Claim" }));
  await other.bringToFront();
  await expect(other.getByText("You are working on this.")).toBeVisible(afterTheHold);
  await page.bringToFront();
  await actor.press("A");
  await actor.press("Enter");
  await expect(decision(page).getByText("Your approval is held.", { exact: true })).toBeVisible();
  await confirmed(page);

  await other.bringToFront();
  await expect(verdict(other)).toContainText("Approved", afterTheHold);
  await confirmed(other);
  expect((await simulator.inquiryOf(referenceIdOf("somchai-srisuk"))).attributes.status).toBe("approved");
});

test.describe("a colleague decided it first", () => {
  const ways = {
    keyboard: (_: Page, actor: Actor) => actor.press("D"),
    mouse: (page: Page, actor: Actor) => actor.click(decision(page).getByRole("button", { name: "Decide anyway" })),
  };
  for (const way of ["keyboard", "mouse"] as const) {
    test(`it is stopped before it is sent, says what changed, and goes on by ${way} in one action with what was written`, async ({
      page,
      open,
      actor,
      simulator,
      colleague,
    }) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf("chloe-martin"));
      const before = await decidedAtPersona(simulator, id);
      const listening = page.waitForResponse((response) => response.url().endsWith("/desk/v1/events"));
      await open(`/inquiries/${id}`);
      await expect(decision(page).getByRole("button", { name: "Decline", exact: true })).toBeVisible();
      await actor.press("D");
      await actor.press("2");
      await actor.press("C");
      await actor.type("Two faces.");
      await listening;

      await colleague.decide(id, "approve");

      await expect(decision(page).getByText("It changed while you were looking. Nothing was sent.")).toBeVisible();
      await expect(decision(page).getByText("It was marked for review; now it is approved.")).toBeVisible();
      // an Enter that was already on its way sends nothing either
      await actor.press("Enter");
      const count = actor.actions;
      await ways[way](page, actor);
      expect(actor.actions - count).toBe(1);
      await expect(comment(page)).toHaveValue("Two faces.");
      await expect(form(page, "Decline inquiry").getByRole("radio").nth(1)).toBeChecked();
      await expect(form(page, "Decline inquiry")).toContainText("This inquiry was approved. Declining it reverses that decision");
      expect(await decidedAtPersona(simulator, id)).toEqual([...before, "inquiry.approved"]);
    });
  }
});

test.describe("a misclick", () => {
  const ways = {
    keyboard: (_: Page, actor: Actor) => actor.press("Z"),
    mouse: (page: Page, actor: Actor) => actor.click(line(page, "somchai-srisuk").getByRole("button", { name: "Take back" })),
  };
  for (const way of ["keyboard", "mouse"] as const) {
    test(`is taken back from another page by ${way} in one action, and nothing was sent`, async ({ page, open, actor, simulator }) => {
      await holdFor(page, 20);
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
      const before = await decidedAtPersona(simulator, id);
      await open(`/inquiries/${id}`);
      await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
      await actor.press("A");
      await actor.press("Enter");
      await expect(line(page, "somchai-srisuk")).toContainText("Approve");
      await page.getByRole("link", { name: "Inquiries", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Inquiries", level: 1 })).toBeVisible();

      const count = actor.actions;
      await ways[way](page, actor);
      expect(actor.actions - count).toBe(1);
      await expect(line(page, "somchai-srisuk").getByText("Taken back. Nothing was sent.")).toBeVisible();

      expect((await simulator.inquiryOf(referenceIdOf("somchai-srisuk"))).attributes.status).toBe("needs_review");
      expect(await decidedAtPersona(simulator, id)).toEqual(before);
      expect(await sentToPersona(simulator, id)).toEqual([]);
      // and it can be decided anew
      await page.goBack();
      await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeEnabled();
    });
  }
});

test("a double Enter decides once", async ({ page, open, simulator }) => {
  await holdFor(page, 0);
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  const before = await decidedAtPersona(simulator, id);
  await open(`/inquiries/${id}`);
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await page.keyboard.press("A");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");

  await expect(verdict(page)).toContainText("Approved");
  expect(await decidedAtPersona(simulator, id)).toEqual([...before, "inquiry.approved"]);
});
