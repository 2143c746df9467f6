import { expect, test } from "../support/test";

test("the focus goes on in an inquiry that is opened from the list, each time", async ({ page, open, path }) => {
  await open("/inquiries");
  const rows = page.getByRole("table", { name: "Inquiries" }).getByRole("rowheader").getByRole("link");
  for (const row of [0, 1]) {
    await rows.nth(row).click();
    await expect.poll(() => path()).toMatch(/^\/inquiries\/inq_/);
    await expect(page.getByRole("main")).toBeFocused();
    await page.goBack();
    await expect(rows.nth(row)).toBeFocused();
  }
});

test("what was open over the list is closed when somebody comes back to it", async ({ page, open, path }) => {
  await open("/inquiries");
  const row = page.getByRole("table", { name: "Inquiries" }).getByRole("rowheader").getByRole("link").first();
  await row.click();
  await expect.poll(() => path()).toMatch(/^\/inquiries\/inq_/);
  await page.goBack();
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.locator(":popover-open")).toHaveCount(1);

  await page.goForward();
  await expect(page.getByRole("region", { name: "Decision" })).toBeVisible();
  await expect(page.locator(":popover-open")).toHaveCount(0);
  await page.goBack();
  await expect(row).toBeVisible();
  await expect(page.locator(":popover-open")).toHaveCount(0);
});
