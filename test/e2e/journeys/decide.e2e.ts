import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { expect, test } from "../support/test";

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });
const decision = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });

/** A decision is held for some seconds, by the server's own clock, and then Persona is asked. */
const afterTheHold = { timeout: 15_000 };
const confirmed = (page: Page) => expect(decision(page).getByText("Persona has confirmed it.")).toBeVisible(afterTheHold);

const cases = [
  { person: "nadia-rahman", key: "A", reason: "", button: "Approve", confirm: "Approve inquiry", status: "approved", word: "Approved" },
  { person: "chloe-martin", key: "D", reason: "2", button: "Decline", confirm: "Decline inquiry", status: "declined", word: "Declined" },
  {
    person: "priya-nair",
    key: "R",
    reason: "",
    button: "Mark for review",
    confirm: "Mark for review",
    status: "needs_review",
    word: "Needs review",
  },
] as const;

for (const { person, key, reason, button, confirm, status, word } of cases) {
  test.describe(`${button}`, () => {
    const actions = reason === "" ? 2 : 3;

    test(`by keyboard in ${actions} actions`, async ({ page, open, actor, simulator }) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf(person));
      await open(`/inquiries/${id}`);
      await expect(decision(page).getByRole("button", { name: button, exact: true })).toBeVisible();

      await actor.press(key);
      if (reason !== "") await actor.press(reason);
      await actor.press("Enter");

      await confirmed(page);
      await expect(verdict(page)).toContainText(word);
      expect(actor.actions).toBe(actions);
      expect((await simulator.inquiryOf(referenceIdOf(person))).attributes.status).toBe(status);
    });

    test(`by mouse in ${actions} actions, and a reload shows the same`, async ({ page, open, actor, simulator }) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf(person));
      await open(`/inquiries/${id}`);

      await actor.click(decision(page).getByRole("button", { name: button, exact: true }));
      if (reason !== "")
        await actor.click(
          decision(page)
            .getByRole("radio")
            .nth(Number(reason) - 1),
        );
      await actor.click(decision(page).getByRole("form").getByRole("button", { name: confirm }));

      await expect(verdict(page)).toContainText(word, afterTheHold);
      expect(actor.actions).toBe(actions);
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
}) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  await open(`/inquiries/${id}`);
  const other = await context.newPage();
  await open(`/inquiries/${id}`, other);
  await expect(decision(other).getByRole("button", { name: "Decline", exact: true })).toBeVisible();
  await page.bringToFront();
  await actor.press("A");
  await actor.press("Enter");
  await expect(decision(page).getByText("Your approval is held.")).toBeVisible();
  await confirmed(page);

  await other.bringToFront();
  await expect(verdict(other)).toContainText("Approved", afterTheHold);
  await expect(decision(other).getByText("Persona has confirmed it.")).toBeVisible(afterTheHold);
  expect((await simulator.inquiryOf(referenceIdOf("nadia-rahman"))).attributes.status).toBe("approved");
});

test("a misclick is taken back with one key, and nothing was sent", async ({ page, open, actor, simulator }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  await open(`/inquiries/${id}`);
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Who is working on this" })).toBeVisible();
  await actor.press("A");
  await actor.press("Enter");
  const strip = page.getByRole("region", { name: "Decisions on their way" });
  await expect(strip).toBeVisible();
  const before = actor.actions;
  await actor.press("Z");
  await expect(strip.getByText("Taken back. Nothing was sent.")).toBeVisible();
  expect(actor.actions - before).toBe(1);
  expect((await simulator.inquiryOf(referenceIdOf("nadia-rahman"))).attributes.status).toBe("needs_review");
});

test("a double Enter decides once", async ({ page, open, simulator }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  await open(`/inquiries/${id}`);
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await page.keyboard.press("A");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");

  await expect(verdict(page)).toContainText("Approved", afterTheHold);
  const { data } = await simulator.call<{ data: unknown[] }>(
    "GET",
    `events?filter[object-id]=${id}&filter[name]=inquiry.approved`,
    undefined,
    "api",
  );
  expect(data).toHaveLength(1);
});
