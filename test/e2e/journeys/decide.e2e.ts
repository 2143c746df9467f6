import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { expect, test } from "../support/test";

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });
const decision = (page: Page) => page.getByRole("region", { name: "Decision" });

const cases = [
  { person: "nadia-rahman", key: "A", button: "Approve", confirm: "Approve inquiry", status: "approved", word: "Approved" },
  { person: "emily-clarke", key: "D", button: "Decline", confirm: "Decline inquiry", status: "declined", word: "Declined" },
  { person: "priya-nair", key: "R", button: "Mark for review", confirm: "Mark for review", status: "needs_review", word: "Needs review" },
] as const;

for (const { person, key, button, confirm, status, word } of cases) {
  test.describe(`${button}`, () => {
    test("by keyboard in two actions", async ({ page, open, actor, simulator }) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf(person));
      await open(`/inquiries/${id}`);
      await expect(decision(page).getByRole("button", { name: button, exact: true })).toBeVisible();

      await actor.press(key);
      await actor.press("Enter");

      await expect(decision(page).getByText("Persona has confirmed it.")).toBeVisible();
      await expect(verdict(page)).toContainText(word);
      expect(actor.actions).toBe(2);
      expect((await simulator.inquiryOf(referenceIdOf(person))).attributes.status).toBe(status);
    });

    test("by mouse in two actions, and a reload shows the same", async ({ page, open, actor, simulator }) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf(person));
      await open(`/inquiries/${id}`);

      await actor.click(decision(page).getByRole("button", { name: button, exact: true }));
      await actor.click(decision(page).getByRole("form").getByRole("button", { name: confirm }));

      await expect(verdict(page)).toContainText(word);
      expect(actor.actions).toBe(2);
      await page.reload();
      await expect(verdict(page)).toContainText(word);
      expect((await simulator.inquiryOf(referenceIdOf(person))).attributes.status).toBe(status);
    });
  });
}

test("a comment goes along, and is still there after leaving and coming back", async ({ page, open, actor, simulator }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  await open(`/inquiries/${id}`);
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();

  await actor.press("A");
  await actor.press("C");
  await actor.type("Match is a namesake; born in another year.");
  await page.getByRole("link", { name: "Inquiries", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Inquiries", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await actor.press("A");
  await expect(page.getByLabel("Comment for the audit trail")).toHaveValue("Match is a namesake; born in another year.");
  await actor.press("Enter");

  await expect(decision(page).getByText("Persona has confirmed it.")).toBeVisible();
  const { data } = await simulator.call<{ data: { attributes: { reviewerComment: string } } }>("GET", `inquiries/${id}`, undefined, "api");
  expect(data.attributes.reviewerComment).toContain("Match is a namesake");
});

test("two tabs: what one decided the other sees before it sends", async ({ page, open, actor, simulator, context }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  await open(`/inquiries/${id}`);
  const other = await context.newPage();
  await open(`/inquiries/${id}`, other);
  await expect(decision(other).getByRole("button", { name: "Decline", exact: true })).toBeVisible();
  await other.keyboard.press("D");
  await expect(decision(other).getByRole("form", { name: "Decline inquiry" })).toBeVisible();

  await page.bringToFront();
  await actor.press("A");
  await actor.press("Enter");
  await expect(verdict(page)).toContainText("Approved");

  await other.bringToFront();
  await other.keyboard.press("Enter");
  await expect(decision(other).getByText("It changed while you were looking. Nothing was sent.")).toBeVisible();
  expect((await simulator.inquiryOf(referenceIdOf("nadia-rahman"))).attributes.status).toBe("approved");
});

test("a double Enter decides once", async ({ page, open, simulator }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  await open(`/inquiries/${id}`);
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await page.keyboard.press("A");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");

  await expect(verdict(page)).toContainText("Approved");
  const { data } = await simulator.call<{ data: unknown[] }>(
    "GET",
    `events?filter[object-id]=${id}&filter[name]=inquiry.approved`,
    undefined,
    "api",
  );
  expect(data).toHaveLength(1);
});
