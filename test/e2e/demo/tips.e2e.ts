import { expect, test } from "../support/test";

/* What a check means, for those who have no pointer to hover with. */

const grid = "Checks against fraud";

test("what the checks mean is one stop of Tab, and the arrows go through it", async ({ page, openInquiryOf }) => {
  await openInquiryOf("somchai-srisuk");
  await expect(page.locator("#tooltip")).toBeAttached();
  const checks = page.getByRole("group", { name: grid }).first();
  const tip = page.getByRole("tooltip");
  await expect(checks.locator("[tabindex='0']")).toHaveCount(1);
  await page.keyboard.press("Shift");
  await checks.locator("[tabindex='0']").focus();
  await expect(tip).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const check = checks.getByRole("listitem").first();
  await expect(check).toBeFocused();
  await expect(tip).toHaveText((await check.getAttribute("data-tip")) ?? "none");
  await page.keyboard.press("Tab");
  await expect(tip).toBeHidden();
  expect(await checks.evaluate((group) => group.contains(document.activeElement))).toBe(false);
});

test.describe("with fingers", () => {
  test.use({ hasTouch: true });

  test("a tap tells what a check means, and the next one takes it away", async ({ page, openInquiryOf }) => {
    await openInquiryOf("somchai-srisuk");
    await expect(page.locator("#tooltip")).toBeAttached();
    const check = page.getByRole("group", { name: grid }).first().getByRole("listitem").first();
    const tip = page.getByRole("tooltip");
    await check.tap();
    await expect(tip).toHaveText((await check.getAttribute("data-tip")) ?? "none");
    await expect(tip).toBeVisible();
    await check.tap();
    await expect(tip).toBeHidden();
  });

  test("a tap on a control does what the control does, and shows no tooltip over it", async ({ page, openInquiryOf }) => {
    await openInquiryOf("somchai-srisuk");
    await expect(page.locator("#tooltip")).toBeAttached();
    const id = page.locator("main button[data-tip$='Click to copy']").first();
    await id.tap();
    await expect(page.locator("main button[data-tip='Copied']")).toBeVisible();
    await expect(page.getByRole("tooltip")).toBeHidden();
  });
});
