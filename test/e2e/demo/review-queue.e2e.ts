import type { Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { afterTheHold, decidedAtPersona } from "../support/commands";
import { expect, test } from "../support/test";
import { Typist } from "../support/typist";

const queue = (page: Page) => page.getByRole("table", { name: "Review queue" });
const walk = (page: Page) => page.getByRole("region", { name: "Review queue" });
const approve = (page: Page) =>
  page.getByRole("region", { name: "Decision", exact: true }).getByRole("button", { name: "Approve", exact: true });

test("two keys clear one of the queue, and the next one is on the screen", async ({ page, open, path, actor, simulator }) => {
  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  const before = await decidedAtPersona(simulator, id);
  await open("/review");
  await queue(page)
    .getByRole("link", { name: referenceIdOf("somchai-srisuk"), exact: true })
    .click();
  await expect(walk(page)).toBeVisible();
  await expect(approve(page)).not.toHaveAttribute("aria-disabled", "true");

  await actor.press("A");
  await actor.press("Enter");

  expect(actor.actions).toBe(2);
  await expect.poll(() => path(page)).not.toContain(id);
  await expect(walk(page)).toContainText("1 done");
  await expect(approve(page)).not.toHaveAttribute("aria-disabled", "true");
  const line = page.getByRole("region", { name: "Decisions on their way" }).getByRole("listitem");
  await expect(line.filter({ hasText: referenceIdOf("somchai-srisuk") })).toBeVisible();
  await expect.poll(() => decidedAtPersona(simulator, id), afterTheHold).toEqual([...before, "inquiry.approved"]);
});

test("J and K walk, S sets aside with a reason, Back leads to the queue", async ({ page, open, path }) => {
  await open("/");
  await open("/review");
  await page.getByRole("button", { name: "Review one after the other" }).click();
  await expect(approve(page)).toBeVisible();
  const first = path(page);
  const typist = await Typist.on(page);
  /** One key, and not one of a word. */
  const press = async (key: string) => {
    typist.rest();
    await typist.type(key, () => 0);
  };
  await press("j");
  await expect.poll(() => path(page)).not.toBe(first);
  const second = path(page);
  await expect(approve(page)).toBeVisible();
  await press("k");
  await expect.poll(() => path(page)).toBe(first);
  await expect(approve(page)).toBeVisible();
  await press("s");
  await expect(page.getByRole("textbox", { name: "Why" })).toBeFocused();
  await page.keyboard.type("asked for a better picture");
  await page.keyboard.press("Enter");
  await expect.poll(() => path(page)).toBe(second);
  await page.goBack();
  await expect(queue(page)).toBeVisible();
  await expect(page.getByText(/1 set aside/)).toBeVisible();
});
