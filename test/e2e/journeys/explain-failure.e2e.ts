import { expect, test } from "../support/test";

test.describe("why a verification failed", () => {
  test("is on screen at opening, in plain words, without any action", async ({ page, openInquiryOf }) => {
    await openInquiryOf("jack-thornton");

    const verifications = page.getByRole("region", { name: /verifications/i });
    await expect(verifications.getByText("Failed: a side of the ID is missing.")).toBeVisible();
    await expect(verifications.getByText("The same side was submitted twice.")).toBeVisible();
    await expect(verifications.getByText("Submit the front and then the back.")).toBeVisible();
  });

  test("one action shows the difference between two attempts", async ({ page, actor, openInquiryOf }) => {
    await openInquiryOf("jack-thornton");
    const verifications = page.getByRole("region", { name: /verifications/i });

    await actor.click(verifications.getByText("Compare with attempt 3").first());

    expect(actor.actions).toBe(1);
    const difference = verifications.getByRole("table", { name: /differ between attempt 2 and attempt 3/i });
    await expect(difference.getByRole("row", { name: /Government ID/ })).toContainText("Fixed");
    await expect(difference.getByRole("row", { name: /Double side/ })).toContainText("Fails now");
  });
});
