import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { decidedAtPersona } from "../support/commands";
import { expect, test } from "../support/test";
import { Typist } from "../support/typist";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const queue = (page: Page) => page.getByRole("table", { name: "Review queue" });
const batches = (page: Page) => page.getByRole("region", { name: "Batches" });
const sheet = (page: Page) => page.getByRole("region", { name: "Approve", exact: true });

/** Selects five rows that follow each other by keys alone: the first has a list match, in two others nothing failed. */
async function selectFive(page: Page, first: string): Promise<Typist> {
  await queue(page).getByRole("link", { name: first, exact: true }).focus();
  const typist = await Typist.on(page);
  typist.rest();
  await typist.type("x", () => 0);
  for (let times = 0; times < 4; times += 1) await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("region", { name: "Selection" }).getByRole("status")).toHaveText("5 inquiries selected");
  return typist;
}

async function openSheet(page: Page, typist: Typist): Promise<string[]> {
  typist.rest();
  await typist.type("a", () => 0);
  await expect(sheet(page).getByRole("status").first()).toHaveText(/taken in/);
  const ids = await sheet(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("checkbox", { checked: true }) })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));
  return ids;
}

test("five are selected by keys, what something speaks against stays out, and the others are approved once", async ({
  page,
  open,
  simulator,
}) => {
  await open("/review");
  const ids = await openSheet(page, await selectFive(page, "usr_91bb3c"));
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.length).toBeLessThan(5);
  const matched = await simulator.inquiryOf("usr_666f01");
  expect(ids).not.toContain(matched.id);
  await expect(sheet(page)).toContainText("list match");
  const before = await Promise.all(ids.map((id) => decidedAtPersona(simulator, id)));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations).toEqual([]);
  }
  await page.keyboard.press("Control+Enter");
  await expect(batches(page)).toContainText("Held. Nothing is sent yet.");
  await expect(batches(page)).toContainText(`Done. ${ids.length} of ${ids.length}, ${ids.length} approved`, { timeout: 30_000 });
  const after = await Promise.all(ids.map((id) => decidedAtPersona(simulator, id)));
  expect(after).toEqual(before.map((events) => [...events, "inquiry.approved"]));
  expect(await decidedAtPersona(simulator, matched.id)).not.toContain("inquiry.approved");
});

test("a batch that is taken back sends nothing", async ({ page, open, simulator }) => {
  await open("/review");
  const ids = await openSheet(page, await selectFive(page, "usr_91bb3c"));
  const before = await Promise.all(ids.map((id) => decidedAtPersona(simulator, id)));
  await page.keyboard.press("Control+Enter");
  await batches(page).getByRole("button", { name: "Take back" }).click();
  await expect(batches(page)).toContainText("Taken back. Nothing was sent.");
  await expect(queue(page).getByRole("checkbox", { checked: true })).toHaveCount(0);
  await simulator.call("POST", "clock/advance", { seconds: 60 });
  const after = await Promise.all(ids.map((id) => decidedAtPersona(simulator, id)));
  expect(after).toEqual(before);
});
