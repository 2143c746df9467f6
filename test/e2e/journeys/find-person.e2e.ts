import { referenceIdOf } from "@mocks/seed/catalogue";
import { expect, test } from "../support/test";

const referenceId = referenceIdOf("oscar-lund");

test.describe("a reference ID from a ticket tells where this person stands", () => {
  test("by keyboard, in two actions: paste and Enter", async ({ page, open, actor, path }) => {
    await open("/");
    await expect(page.getByRole("textbox", { name: /find a person/i })).toBeFocused();

    await actor.paste(referenceId);
    await actor.press("Enter");

    await expect(page.getByRole("region", { name: "Verdict" })).toContainText(/expired|lapsed/i);
    expect(path()).toMatch(/^\/accounts\/act_/);
    expect(actor.actions).toBe(2);
  });

  test("by mouse, and Back returns to the desk", async ({ page, open, actor, path }) => {
    await open("/");
    await actor.click(page.getByRole("textbox", { name: /find a person/i }));
    await actor.paste(referenceId);
    await actor.click(page.getByRole("button", { name: "Go" }));

    await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
    expect(actor.actions).toBe(3);
    await page.goBack();
    await expect(page.getByRole("textbox", { name: /find a person/i })).toBeVisible();
    expect(path()).toBe("/");
  });

  test("from any page with the slash key", async ({ page, open, actor }) => {
    await open("/inquiries");
    await expect(
      page
        .getByRole("table", { name: /inquiries/i })
        .getByRole("row")
        .nth(1),
    ).toBeVisible();

    await actor.press("/");
    await actor.paste(referenceId);
    await actor.press("Enter");

    await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
    expect(actor.actions).toBe(3);
  });

  test("a reload in the middle shows the same person", async ({ page, open, actor, path }) => {
    await open("/");
    await expect(page.getByRole("textbox", { name: /find a person/i })).toBeFocused();
    await actor.paste(referenceId);
    await actor.press("Enter");
    const verdict = page.getByRole("region", { name: "Verdict" });
    await expect(verdict).toBeVisible();
    const [address, said] = [path(), await verdict.locator("p").first().innerText()];

    await page.reload();

    await expect(verdict.locator("p").first()).toHaveText(said);
    expect(path()).toBe(address);
  });
});
