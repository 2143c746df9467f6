import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/test";
import { Typist } from "../support/typist";

const decision = (page: Page) => page.getByRole("region", { name: "Decision", exact: true });

test("a second look is asked for by keys, keeps its asker from deciding, stands in its list, and is taken back", async ({
  page,
  openInquiryOf,
  open,
}) => {
  await openInquiryOf("somchai-srisuk");
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  const typist = await Typist.on(page, 1);
  typist.rest();
  await typist.type("q", () => 0);
  const form = page.getByRole("form", { name: "Ask for a second look" });
  await expect(form.getByRole("combobox", { name: "I would" })).toBeFocused();
  await expectAccessible(page);
  await form.getByRole("textbox", { name: "What to look at" }).fill("The lower edge of the bill.");
  await form.getByRole("button", { name: "Ask for a second look" }).click();
  await expect(decision(page).getByText("You have asked for a second look.", { exact: true })).toBeVisible();
  await expect(decision(page).getByRole("button", { name: /^Approve/ })).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);

  await open("/review?show=second-looks");
  const row = page.getByRole("row", { name: /usr_d01c93/ });
  await expect(row).toBeVisible();
  await expectAccessible(page);
  await row.getByRole("link").first().click();
  await decision(page).getByRole("button", { name: "Take back" }).click();
  await expect(decision(page).getByRole("button", { name: "Approve", exact: true })).not.toHaveAttribute("aria-disabled", "true");
});
